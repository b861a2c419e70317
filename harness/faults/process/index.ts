/** The faults of the identity provider's process that a scenario can name. */
import { type ListedFault, listed } from '../listed-fault.ts';
import { idpHangs } from './idp-hangs.ts';
import { idpKilled } from './idp-killed.ts';
import { restartedEmpty } from './restarted-empty.ts';

export { idpHangs, idpKilled, restartedEmpty };

export const processFaults: readonly ListedFault[] = listed('process', {
  'idp-hangs': idpHangs,
  'idp-killed': idpKilled,
  'restarted-empty': restartedEmpty,
});

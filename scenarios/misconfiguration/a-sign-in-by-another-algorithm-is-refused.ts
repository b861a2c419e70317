/** The identity provider does not choose the algorithm: the settings do. */
import { algorithmChanged } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(algorithmChanged, {
  proves: ['C-03'],
  refusedWith: 'sso.id-token.algorithm-other',
});

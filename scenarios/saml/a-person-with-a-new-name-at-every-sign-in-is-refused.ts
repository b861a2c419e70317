/** Nobody can be known again by a name of one session. */
import { samlNamesForOneSession } from '../../harness/faults/index.ts';
import { samlFaultIsRefused } from '../../harness/scenario/index.ts';

export default samlFaultIsRefused(samlNamesForOneSession, {
  proves: ['C-03', 'I-07'],
  refusedWith: 'sso.saml-response.name-id-format-other',
});

/** Half a minute is what two honest clocks may be apart, and no more. */
import { samlClockBehind } from '../../harness/faults/index.ts';
import { samlFaultIsRefused } from '../../harness/scenario/index.ts';

export default samlFaultIsRefused(samlClockBehind, { proves: ['C-03'], refusedWith: 'sso.saml-response.confirmation-expired' });

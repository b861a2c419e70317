/** Single sign-on under an outage that begins while the person is at the identity provider: their code can be exchanged nowhere. Calibration: the same sign-in in good weather. */
import { tokenEndpointFails } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(tokenEndpointFails, { proves: ['A-12', 'C-02'], refusedWith: 'sso.code-exchange.idp-unreachable' });

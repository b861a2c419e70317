/** What the person comes back with departs in one thing: its issuer is another identity provider: a mix-up (RFC 9207 §2.4). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('of-another-issuer', { proves: ['I-07', 'S11'], refusedWith: 'sso.callback.issuer-other' });

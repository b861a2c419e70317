/** What the person comes back with departs in one thing: its issuer is not there, although the metadata promise it (RFC 9207 §2.4). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('without-an-issuer', { proves: ['I-07', 'S11'], refusedWith: 'sso.callback.issuer-missing' });

/** What the person comes back with departs in one thing: all of it stands behind the number sign, where no server sees it (OAuth 2.0 Multiple Response Types 1.0 §2.1). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('in-the-fragment', { proves: ['I-05', 'I-07'], refusedWith: 'sso.callback.state-unknown' });

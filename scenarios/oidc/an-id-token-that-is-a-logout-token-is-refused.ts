/** The ID token departs in one thing: it says that a session has ended (OIDC Back-Channel Logout 1.0 §2.4). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('that-is-a-logout-token', { proves: ['I-07'], refusedWith: 'sso.id-token.logout-token' });

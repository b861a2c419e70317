/** What comes on the back channel departs in one thing: whom it is about is a number (RFC 7519 §4.1.2). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('about-a-number', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.nobody-named' });

/** The ID token departs in one thing: it is made out to somebody whose name begins with ours (RFC 7519 §4.1.3). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('for-an-audience-that-begins-like-us', { proves: ['I-07'], refusedWith: 'sso.id-token.audience-other' });

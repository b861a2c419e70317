/** The ID token departs in one thing: it lives for a year (RFC 8725 §3.10). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('that-lives-too-long', { proves: ['I-07'], refusedWith: 'sso.id-token.lifetime-too-long' });

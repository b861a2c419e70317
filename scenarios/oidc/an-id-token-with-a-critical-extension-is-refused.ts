/** The ID token departs in one thing: it names an extension that must be understood, and that nobody knows (RFC 7515 §4.1.11). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('with-a-critical-extension', { proves: ['I-07'], refusedWith: 'sso.id-token.header-critical' });

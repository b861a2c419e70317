/** The ID token departs in one thing: it says RS256, and its signature is empty (RFC 8725 §3.3). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('whose-signature-was-taken-off', { proves: ['I-07'], refusedWith: 'sso.id-token.signature-wrong' });

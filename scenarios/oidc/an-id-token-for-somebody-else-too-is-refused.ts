/** The ID token departs in one thing: it is made out to us and to somebody whom nobody trusts (RFC 8725 §3.9). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('for-somebody-else-too', { proves: ['I-07'], refusedWith: 'sso.id-token.audience-many' });

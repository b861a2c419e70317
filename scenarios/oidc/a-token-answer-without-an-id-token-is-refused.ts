/** What the token endpoint answers departs in one thing: the ID token is not in it (OIDC Core 1.0 §3.1.3.3 (id_token)). */
import { tokenAnswerScenario } from '../../harness/scenario/index.ts';

export default tokenAnswerScenario('without-an-id-token', { proves: ['I-07', 'C-03'], refusedWith: 'sso.code-exchange.id-token-missing' });

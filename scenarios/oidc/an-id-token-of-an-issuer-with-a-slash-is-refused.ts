/** The ID token departs in one thing: its issuer ends in a slash that is not there in the settings (OIDC Discovery 1.0 §4.3). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('of-an-issuer-with-a-slash', { proves: ['I-07'], refusedWith: 'sso.id-token.issuer-other' });

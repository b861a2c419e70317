/** A signed logout request of the identity provider comes by a browser that knows nobody, and names the session that a sign-in came from: what somebody kept of it opens nothing any more (SAML Profiles 2.0 §4.4). */
import { endedByIdpScenario, heldBySaml, postSamlLogout } from '../../harness/scenario/index.ts';

export default endedByIdpScenario({ proves: ['I-08', 'S8'], needs: ['saml'], given: heldBySaml, ends: postSamlLogout });

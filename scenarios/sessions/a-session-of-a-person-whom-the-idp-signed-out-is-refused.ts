/** The identity provider ends all sessions of a person, by its name for them alone: what somebody kept of one opens nothing any more (OIDC Back-Channel Logout 1.0 §2.6). */
import { endedByIdpScenario, heldAtIdp, logoutTokenFor, postLogoutToken } from '../../harness/scenario/index.ts';

export default endedByIdpScenario({
  proves: ['I-08', 'C-04'],
  given: heldAtIdp,
  ends: async (world, { subject }) => postLogoutToken(world, await logoutTokenFor(world, 'honest', { subject })),
});

/** The identity provider ends the very session that a sign-in came from, by `sid`: what somebody kept of it opens nothing any more (OIDC Back-Channel Logout 1.0 §2.6). */
import { endedByIdpScenario, heldAtIdp, logoutTokenFor, postLogoutToken } from '../../harness/scenario/index.ts';

export default endedByIdpScenario({
  proves: ['I-08', 'C-04'],
  given: heldAtIdp,
  ends: async (world, { sid }) => postLogoutToken(world, await logoutTokenFor(world, 'honest', { sid })),
});

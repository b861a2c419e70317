/** A page of the identity provider, in whatever browser and without any cookie of ours, says that its session is over: what somebody kept of ours opens nothing any more (OIDC Front-Channel Logout 1.0 §2). */
import { endedByIdpScenario, heldAtIdp } from '../../harness/scenario/index.ts';

export default endedByIdpScenario({
  proves: ['I-08', 'S8'],
  given: heldAtIdp,
  ends: ({ actors, realm }, { sid }) =>
    actors.visitor().open('login', `/frontchannel-logout?${new URLSearchParams({ iss: realm.issuer.href, sid })}`),
});

/** The certificate that we were given has ended, and the identity provider goes on signing with its key (C-03). RFC 5280 §4.1.2.5. */
import { bySaml, certificateEndingIn, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ hoursLater: 0 | 2 }>({
  proves: ['C-03', 'I-07'],
  needs: ['saml', 'clock'],
  honest: { hoursLater: 0 },
  deviation: { hoursLater: 2 },
  given: async (world) => {
    await certificateEndingIn(world, { hours: 1 });
    await bySaml(world);
  },
  act: async ({ target, actors }, { hoursLater }) => {
    await target.clock?.step({ seconds: hoursLater * 3600 });
    return actors.user().signIn();
  },
  expect: [refusedWith('sso.saml-response.key-expired')],
});

/** The authentication service is out of service: nobody is let in on the word of nobody (I-04). Calibration: the same visit while it answers. */
import { operationsOf, refusedWith, scenario, signedInUser } from '../../harness/scenario/index.ts';

export default scenario<{ without: 'nothing' | 'authentication-service' }, Awaited<ReturnType<typeof signedInUser>>>({
  proves: ['I-04', 'M-05'],
  needs: ['operations'],
  honest: { without: 'nothing' },
  deviation: { without: 'authentication-service' },
  given: signedInUser,
  act: async (world, { without }, user) => {
    if (without !== 'nothing') await operationsOf(world).shut(without);
    return user.callApi('tracker', '/api/issues');
  },
  expect: [refusedWith('ingress.admission.authentication-silent')],
});

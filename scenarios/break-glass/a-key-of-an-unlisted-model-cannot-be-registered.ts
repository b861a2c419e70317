/** A key by the accepted maker, of a model that is not on the list. Calibration: hardware from the listed maker registers through the same link. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ attestation: 'hardware' | 'unlisted-model' }>({
  proves: ['B-03', 'D-07'],
  needs: ['mailbox'],
  honest: { attestation: 'hardware' },
  deviation: { attestation: 'unlisted-model' },
  act: async ({ target, actors }, { attestation }) => {
    await target.issueRegistrationLink?.('harbour-one');
    return actors.breakGlass().register({ attestation });
  },
  expect: [refusedWith('break-glass.registration.authenticator-not-listed')],
});

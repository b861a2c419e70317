/** A key that says it is of the listed model, under a certificate of the accepted maker for another one. Calibration: hardware from the listed maker registers through the same link. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ attestation: 'hardware' | 'certificate-of-another-model' }>({
  proves: ['B-03', 'D-07'],
  needs: ['mailbox'],
  honest: { attestation: 'hardware' },
  deviation: { attestation: 'certificate-of-another-model' },
  act: async ({ target, actors }, { attestation }) => {
    await target.issueRegistrationLink?.('harbour-one');
    return actors.breakGlass().register({ attestation });
  },
  expect: [refusedWith('break-glass.registration.model-not-certified')],
});

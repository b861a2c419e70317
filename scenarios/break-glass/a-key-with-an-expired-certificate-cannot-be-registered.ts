/** A key of the listed model, whose certificate ended a year ago. Calibration: hardware from the listed maker registers through the same link. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ attestation: 'hardware' | 'certificate-expired' }>({
  proves: ['B-03', 'D-07'],
  needs: ['mailbox'],
  honest: { attestation: 'hardware' },
  deviation: { attestation: 'certificate-expired' },
  act: async ({ target, actors }, { attestation }) => {
    await target.issueRegistrationLink?.('harbour-one');
    return actors.breakGlass().register({ attestation });
  },
  expect: [refusedWith('break-glass.registration.certificate-out-of-date')],
});

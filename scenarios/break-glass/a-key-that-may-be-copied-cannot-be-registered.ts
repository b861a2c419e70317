/** A key of the listed model that says of itself that it may be backed up: it is no longer one piece of hardware. Calibration: hardware from the listed maker registers through the same link. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ attestation: 'hardware' | 'may-be-copied' }>({
  proves: ['B-03', 'D-07'],
  needs: ['mailbox'],
  honest: { attestation: 'hardware' },
  deviation: { attestation: 'may-be-copied' },
  act: async ({ target, actors }, { attestation }) => {
    await target.issueRegistrationLink?.('harbour-one');
    return actors.breakGlass().register({ attestation });
  },
  expect: [refusedWith('break-glass.registration.key-not-hardware')],
});

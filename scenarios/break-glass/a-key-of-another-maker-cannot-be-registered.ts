/** A key that says it is of the listed model, by a maker whose root nobody accepted. Calibration: hardware from the listed maker registers through the same link. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ attestation: 'hardware' | 'other-maker' }>({
  proves: ['B-03', 'D-07'],
  needs: ['mailbox'],
  honest: { attestation: 'hardware' },
  deviation: { attestation: 'other-maker' },
  act: async ({ target, actors }, { attestation }) => {
    await target.issueRegistrationLink?.('harbour-one');
    return actors.breakGlass().register({ attestation });
  },
  expect: [refusedWith('break-glass.registration.root-not-trusted')],
});

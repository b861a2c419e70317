/** Suspended in the cloud's own directory, while the identity provider still lets him in. Calibration: a colleague comes in by the same way. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ as: 'uma' | 'sven' }>({
  proves: ['N-04', 'S10'],
  honest: { as: 'uma' },
  deviation: { as: 'sven' },
  act: ({ actors }, { as }) => actors.user({ as }).signIn(),
  expect: [refusedWith('directory.sign-in.suspended')],
});

/** Single sign-on worked, and the directory says no: the diagnosis leads to this very person among the people, and not to the settings. Calibration: a colleague comes in by the same way. */
import { diagnosisLeadsToPerson, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ as: 'uma' | 'sven' }>({
  proves: ['C-03', 'N-04'],
  honest: { as: 'uma' },
  deviation: { as: 'sven' },
  act: ({ actors }, { as }) => actors.user({ as }).signIn(),
  expect: [diagnosisLeadsToPerson('sven'), refusedWith('directory.sign-in.suspended')],
});

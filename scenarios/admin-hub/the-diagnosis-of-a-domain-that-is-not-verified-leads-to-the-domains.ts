/** Single sign-on worked, and the address is of another house: the diagnosis leads to the domains, and not to the settings. Calibration: somebody of the verified domain. */
import { diagnosisLeadsTo, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ as: 'uma' | 'olga' }>({
  proves: ['C-03', 'M-11'],
  honest: { as: 'uma' },
  deviation: { as: 'olga' },
  act: ({ actors }, { as }) => actors.user({ as }).signIn(),
  expect: [diagnosisLeadsTo('/domains'), refusedWith('directory.sign-in.domain-not-verified')],
});

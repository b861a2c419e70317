/** The identity provider vouches for somebody with an address of another house. Calibration: somebody of the verified domain. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ as: 'uma' | 'olga' }>({
  proves: ['M-11', 'N-05'],
  honest: { as: 'uma' },
  deviation: { as: 'olga' },
  act: ({ actors }, { as }) => actors.user({ as }).signIn(),
  expect: [refusedWith('directory.sign-in.domain-not-verified')],
});

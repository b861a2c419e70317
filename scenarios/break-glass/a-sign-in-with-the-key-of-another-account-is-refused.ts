/** A real key, registered here, but for somebody else. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ key: 'own' | 'other-account' }>({
  proves: ['B-03', 'G-07'],
  honest: { key: 'own' },
  deviation: { key: 'other-account' },
  act: ({ actors }, input) => actors.breakGlass(input).signIn(),
  expect: [refusedWith('break-glass.login.key-of-another-account')],
});

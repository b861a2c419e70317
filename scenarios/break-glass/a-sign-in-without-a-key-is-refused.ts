/** A password alone opens nothing. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ key: 'own' | 'none' }>({
  proves: ['B-03', 'G-06'],
  honest: { key: 'own' },
  deviation: { key: 'none' },
  act: ({ actors }, input) => actors.breakGlass(input).signIn(),
  expect: [refusedWith('break-glass.login.key-missing')],
});

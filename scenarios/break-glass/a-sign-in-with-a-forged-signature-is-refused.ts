/** The right account, the right password, the id of the right key, and a signature that another key made. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ key: 'own' | 'forged' }>({
  proves: ['B-03', 'G-06'],
  honest: { key: 'own' },
  deviation: { key: 'forged' },
  act: ({ actors }, input) => actors.breakGlass(input).signIn(),
  expect: [refusedWith('break-glass.login.library-refused')],
});

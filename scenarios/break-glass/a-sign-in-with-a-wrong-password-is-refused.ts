/** The right key, from the right place, and a password that is not it. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ password: 'right' | 'wrong' }>({
  proves: ['B-03', 'G-06'],
  honest: { password: 'right' },
  deviation: { password: 'wrong' },
  act: ({ actors }, input) => actors.breakGlass(input).signIn(),
  expect: [refusedWith('break-glass.login.password-wrong')],
});

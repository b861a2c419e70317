/** Whatever was wrong, the answer looks the same: nobody learns what was right (S14). */
import { looksTheSame, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ all: 'right' | 'wrong' }>({
  proves: ['B-03', 'B-07'],
  honest: { all: 'right' },
  deviation: { all: 'wrong' },
  act: async ({ actors }, { all }) => {
    if (all === 'right') return actors.breakGlass().signIn();
    await actors.breakGlass({ password: 'wrong' }).signIn();
    await actors.breakGlass({ key: 'none' }).signIn();
    await actors.breakGlass({ key: 'other-account' }).signIn();
    return actors.breakGlass({ from: 'home' }).signIn();
  },
  expect: [refusedWith('break-glass.login.address-not-allowed'), looksTheSame('sign in by break-glass')],
});

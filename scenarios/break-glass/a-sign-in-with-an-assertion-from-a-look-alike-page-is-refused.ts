/** Right account, right password, right key, and the page on which it signed only ends in the name of the right one: what a phishing page below our host would relay. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ page: 'own' | 'look-alike' }>({
  proves: ['B-03', 'G-06'],
  honest: { page: 'own' },
  deviation: { page: 'look-alike' },
  act: ({ actors }, input) => actors.breakGlass(input).signIn(),
  expect: [refusedWith('break-glass.login.origin-other')],
});

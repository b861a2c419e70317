/** Two tabs stand at the identity provider's page; who signs in in the one that came last is let in there, and the other needs no password any more. */
import { arrives, during, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['I-05', 'I-08'],
  honest: {},
  act: async ({ actors }) => {
    const user = actors.user();
    const other = user.anotherTab();
    await user.open('tracker');
    await other.signIn();
    return user.open('tracker');
  },
  expect: [
    arrives('tracker'),
    during('the tab that came last is let in', 'sign in', (outcomes) => outcomes.every(({ kind }) => kind === 'ok')),
  ],
});

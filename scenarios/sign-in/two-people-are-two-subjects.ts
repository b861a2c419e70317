/** Whoever the identity provider says it is, and nobody else: two people are two subjects, and the same person is the same one again. */
import { during, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['I-08', 'I-09'],
  honest: {},
  act: async ({ actors }) => {
    await actors.user({ as: 'uma' }).signIn();
    await actors.user({ as: 'nils' }).signIn();
    return actors.user({ as: 'uma' }).signIn();
  },
  expect: [
    during('the audit trail knows two subjects, and the first one twice', 'sign in', (outcomes) => {
      const [first, second, again] = outcomes.map((outcome) => (outcome.kind === 'ok' ? outcome.actor : undefined));
      return first !== undefined && second !== undefined && first !== second && first === again;
    }),
  ],
});

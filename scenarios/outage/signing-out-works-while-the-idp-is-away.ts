/** Whoever leaves is out here at once, whether or not the identity provider can be told: the cookie that somebody kept opens nothing. */
import { connectionsRefused } from '../../harness/faults/index.ts';
import { arrives, during, heldSession, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['A-12', 'I-08', 'S7'],
  honest: {},
  fault: connectionsRefused,
  given: heldSession,
  act: async (_world, _input, session) => {
    const left = await session.holder.signOut();
    await session.use();
    return left;
  },
  expect: [
    arrives('login'),
    during('the session that was held opens nothing any more', 'ask the tracker with cookies of one’s choice', (outcomes) =>
      outcomes.every((outcome) => outcome.kind === 'refused' && outcome.code === 'session.host.signed-out'),
    ),
  ],
});

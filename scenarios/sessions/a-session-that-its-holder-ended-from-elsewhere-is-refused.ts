/** Signed in with two browsers, a person ends the first session from the second: the first one's cookie opens nothing any more. */
import { heldSession, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ ends: 'the first' | 'the second' }>({
  proves: ['I-08'],
  honest: { ends: 'the second' },
  deviation: { ends: 'the first' },
  act: async (world, { ends }) => {
    const first = await heldSession(world);
    const second = await heldSession(world);
    await second.holder.endOwnSession(ends === 'the first' ? 0 : 1);
    return first.use();
  },
  expect: [refusedWith('session.host.revoked')],
});

/** A person may be signed in ten times at once: the eleventh sign-in ends the first session. */
import { heldSession, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ signIns: number }>({
  proves: ['I-08'],
  honest: { signIns: 10 },
  deviation: { signIns: 11 },
  act: async (world, { signIns }) => {
    const oldest = await heldSession(world);
    for (let made = 1; made < signIns; made += 1) await heldSession(world);
    return oldest.use();
  },
  expect: [refusedWith('session.host.displaced')],
});

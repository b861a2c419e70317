/** A browser that lost its session with the tracker gets a new one without a prompt; whoever kept the cookie from before has nothing any more. Calibration: nothing was lost. */
import { heldSession, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ losesCookie: boolean }>({
  proves: ['I-08', 'S7'],
  honest: { losesCookie: false },
  deviation: { losesCookie: true },
  act: async (world, { losesCookie }) => {
    const session = await heldSession(world);
    if (losesCookie) await session.holder.plantSession('tracker', 'what-is-left-of-a-cookie-that-was-lost-here');
    await session.holder.open('tracker');
    return session.use();
  },
  expect: [refusedWith('session.host.not-latest')],
});

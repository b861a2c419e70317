/** Who signs out on the sign-in host is signed out of the products, too: the cookie that somebody kept of the tracker opens nothing any more. */
import { heldSession, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ signsOut: boolean }>({
  proves: ['I-08', 'S7'],
  honest: { signsOut: false },
  deviation: { signsOut: true },
  act: async (world, { signsOut }) => {
    const session = await heldSession(world);
    if (signsOut) await session.holder.signOut();
    return session.use();
  },
  expect: [refusedWith('session.host.signed-out')],
});

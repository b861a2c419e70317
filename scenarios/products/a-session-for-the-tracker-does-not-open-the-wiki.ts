/** Each product has a session of its own: the cookie of the tracker, carried to the wiki by hand, opens nothing there. */
import { readerOf, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ cookieOf: 'wiki' | 'tracker' }>({
  proves: ['I-08', 'S7'],
  honest: { cookieOf: 'wiki' },
  deviation: { cookieOf: 'tracker' },
  act: async (world, { cookieOf }) => {
    const held = await (await readerOf(world, 'uma')).heldSessions();
    return world.actors.visitor().sendCookies([`__Host-session=${held[cookieOf]}`], 'wiki');
  },
  expect: [refusedWith('session.host.of-another-host')],
});

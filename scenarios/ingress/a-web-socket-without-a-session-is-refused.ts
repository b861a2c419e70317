/** Somebody who is not signed in asks for a web socket: it is refused before it begins, like any request. */
import { refusedWith, scenario, signedInUser } from '../../harness/scenario/index.ts';

export default scenario<{ who: 'signed-in' | 'visitor' }>({
  proves: ['M-05', 'I-04'],
  honest: { who: 'signed-in' },
  deviation: { who: 'visitor' },
  act: async (world, { who }) => {
    const user = who === 'visitor' ? world.actors.visitor() : await signedInUser(world);
    return (await user.follow('web-socket')).outcome;
  },
  expect: [refusedWith('session.host.missing')],
});

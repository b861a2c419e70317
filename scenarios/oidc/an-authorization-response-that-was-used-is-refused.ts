/** The same valid response once more, in the same browser: the attempt that it answers is over (RFC 6749 §10.12). */
import { refusedWith, scenario, usedResponse } from '../../harness/scenario/index.ts';

export default scenario<{ times: 1 | 2 }>({
  proves: ['I-05', 'I-07'],
  honest: { times: 1 },
  deviation: { times: 2 },
  act: async (world, { times }) => {
    const user = world.actors.user();
    const { response, outcome } = await usedResponse(world, user);
    return times === 1 ? outcome : user.open('login', response.pathname + response.search);
  },
  expect: [refusedWith('sso.callback.state-unknown')],
});

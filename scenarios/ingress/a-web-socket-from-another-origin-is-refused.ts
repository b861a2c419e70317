/** A page of another host of the same cloud opens a web socket with the visitor's own session: browsers allow it, and the exact origin refuses it. RFC 6455 §10.2. */
import { refusedWith, scenario, signedInUser } from '../../harness/scenario/index.ts';

export default scenario<{ from: 'tracker' | 'admin' }, Awaited<ReturnType<typeof signedInUser>>>({
  proves: ['S4', 'M-05'],
  honest: { from: 'tracker' },
  deviation: { from: 'admin' },
  given: signedInUser,
  act: async ({ target }, { from }, user) => (await user.follow('web-socket', { from: target.origins[from] })).outcome,
  expect: [refusedWith('ingress.request.origin-foreign')],
});

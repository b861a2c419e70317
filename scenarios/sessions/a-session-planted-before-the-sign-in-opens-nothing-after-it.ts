/** Somebody who had the browser before put a session cookie into it. Its owner signs in with it; what was planted opens nothing, and what the sign-in gave does. */
import { refusedWith, scenario, usedAfterPlanting } from '../../harness/scenario/index.ts';

export default scenario<{ used: 'given' | 'planted' }>({
  proves: ['I-08'],
  honest: { used: 'given' },
  deviation: { used: 'planted' },
  act: (world, { used }) => usedAfterPlanting(world, used),
  expect: [refusedWith('session.host.unknown')],
});

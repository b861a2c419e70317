/** Somebody chose the cookie of the sign-in host before its owner signed in: whoever comes with it afterwards is asked by the identity provider, and with the real one is not. */
import { arrives, scenario, signedOnAfterPlanting } from '../../harness/scenario/index.ts';

export default scenario<{ used: 'given' | 'planted' }>({
  proves: ['I-08', 'S7'],
  act: (world, { used }) => signedOnAfterPlanting(world, used),
  honest: { used: 'given' },
  deviation: { used: 'planted' },
  expect: [arrives('idp')],
});

/** The identity provider answers nobody; the account still reaches AdminHub, and nothing of ours even tries the identity provider (S13). */
import { blackHole } from '../../harness/faults/index.ts';
import { arrives, scenario, silenceTowardIdp } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['A-05', 'A-11', 'C-02', 'G-06', 'D-08'],
  honest: {},
  fault: blackHole,
  act: ({ actors }) => actors.breakGlass().signIn(),
  expect: [arrives('admin'), silenceTowardIdp(({ actors }) => actors.user().signIn())],
});

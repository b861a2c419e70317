/** An org admin has us look for the proof of the domain that was verified when the cloud was set up, and nobody has published one: its people still come in. */
import { afterwards, arrives, lookedForProof, orgAdmin, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['M-11'],
  needs: ['name-server'],
  honest: {},
  given: orgAdmin,
  act: (_world, _input, admin) => lookedForProof(admin),
  expect: [afterwards('afterwards somebody of that domain signs in', ({ actors }) => actors.user().signIn()), arrives('admin')],
});

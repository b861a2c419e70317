/** An org admin who is signed in still sees the directory while the identity provider is away: what is wrong can be repaired without break-glass as long as somebody is in. */
import { connectionsRefused } from '../../harness/faults/index.ts';
import { arrives, orgAdmin, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['A-12', 'C-02'],
  honest: {},
  fault: connectionsRefused,
  given: orgAdmin,
  act: async (_world, _input, admin) => (await admin.readHub('/people')).outcome,
  expect: [arrives('admin')],
});

/** Whoever administers the cloud was signed in when the identity provider went away, and still reads and changes what is inside. */
import { connectionsRefused } from '../../harness/faults/index.ts';
import { arrives, groupIsThere, orgAdmin, scenario, type User } from '../../harness/scenario/index.ts';

const name = 'Night shift';

export default scenario<object, User>({
  proves: ['M-01', 'A-12', 'M-10'],
  honest: {},
  fault: connectionsRefused,
  given: orgAdmin,
  act: async (_world, _input, admin) => {
    const { outcome } = await admin.administer('groups/create', { name });
    return outcome.kind === 'ok' ? admin.open('admin', '/groups') : outcome;
  },
  expect: [arrives('admin'), groupIsThere(name)],
});

/** A wrong mapping says of everybody that they are not active (N-04, N-07). RFC 7643 §4.1.1. */
import { workers } from '../../automation/index.ts';
import { connectorFault } from './connector-fault.ts';

export const scimDeactivatesEverybody = connectorFault({
  name: 'directory.scim-deactivates-everybody',
  title: 'The connector deactivates everybody whom it manages.',
  meets: 'directory.mass-change.too-many-suspended',
  change: (honest) => ({ ...honest, away: workers }),
  seen: (pushes) => workers.every((who) => pushes.some((push) => push.kind === 'deactivate' && push.who === who)),
});

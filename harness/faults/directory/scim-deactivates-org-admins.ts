/** All org admins are in the scope of the connector, and it says that they are on leave (N-04, N-08). */
import { connectorFault } from './connector-fault.ts';

export const scimDeactivatesOrgAdmins = connectorFault({
  name: 'directory.scim-deactivates-org-admins',
  title: 'The connector deactivates every org admin.',
  meets: 'directory.mass-change.last-admin-lost',
  change: (honest) => ({ ...honest, orgAdmins: 'on leave' }),
  seen: (pushes) => pushes.some((push) => push.kind === 'write-org-admin' && !push.active),
});

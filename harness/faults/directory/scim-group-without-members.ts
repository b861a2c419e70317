/** A group is replaced as a whole, and its members were left out (N-03, N-07). RFC 7644 §3.5.1. */
import { connectorFault } from './connector-fault.ts';

export const scimGroupWithoutMembers = connectorFault({
  name: 'directory.scim-group-without-members',
  title: 'The connector replaces a group without its members.',
  meets: 'directory.mass-change.group-emptied',
  change: (honest) => ({ ...honest, team: [] }),
  seen: (pushes) => pushes.some((push) => push.kind === 'write-team' && push.members.length === 0),
});

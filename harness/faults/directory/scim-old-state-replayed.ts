/** The connector came back from an old backup and writes by what it knew then (N-07). RFC 7644 §3.14. */
import { connectorFault } from './connector-fault.ts';

export const scimOldStateReplayed = connectorFault({
  name: 'directory.scim-old-state-replayed',
  title: 'The connector was restored from an old backup, and writes by what it read before.',
  meets: 'directory.scim.version-outdated',
  change: (honest) => ({ ...honest, remembers: 'the first day' }),
  seen: (pushes) => pushes.some((push) => push.kind === 'write-title' && push.remembers === 'the first day'),
});

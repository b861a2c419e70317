/** The connector was given an empty scope, and deletes one person after the other (N-07, N-08). RFC 7644 §3.6. */
import { workers } from '../../automation/index.ts';
import { connectorFault } from './connector-fault.ts';

export const scimDeletesEverybody = connectorFault({
  name: 'directory.scim-deletes-everybody',
  title: 'The connector deletes everybody whom it manages.',
  meets: 'directory.mass-change.too-many-suspended',
  change: (honest) => ({ ...honest, gone: workers }),
  seen: (pushes) => workers.every((who) => pushes.some((push) => push.kind === 'delete' && push.who === who)),
});

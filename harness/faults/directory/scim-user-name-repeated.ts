/** Two people come out of the connector's mapping with one user name (N-07). RFC 7644 §3.3. */
import { workers } from '../../automation/index.ts';
import { connectorFault } from './connector-fault.ts';

const [taken = ''] = workers;

export const scimUserNameRepeated = connectorFault({
  name: 'directory.scim-user-name-repeated',
  title: 'The connector gives a new person the user name of somebody who is there.',
  meets: 'directory.scim.name-taken',
  change: (honest) => ({ ...honest, newcomers: honest.newcomers.map(({ name }) => ({ name, userName: taken })) }),
  seen: (pushes) => pushes.some((push) => push.kind === 'create' && push.userName === taken),
});

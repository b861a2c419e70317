/** An update of the connector speaks the schema of SCIM 1.1 (N-07). RFC 7643 §4.1, RFC 7644 §3.12. */
import { connectorFault } from './connector-fault.ts';

const schema = 'urn:scim:schemas:core:1.0';

export const scimWrongSchema = connectorFault({
  name: 'directory.scim-wrong-schema',
  title: 'The connector pushes people in a schema of another version.',
  meets: 'directory.scim.malformed',
  change: (honest) => ({ ...honest, schema }),
  seen: (pushes) => pushes.some((push) => push.kind === 'create' && push.schema === schema),
});

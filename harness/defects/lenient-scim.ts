/** SCIM servers that look away: any token is a connector's, and any schema is read as the one that was agreed (N-07). RFC 6750 §3.1, RFC 7644 §3.12. */
import type { SystemDefect } from './defect.ts';
import { withScim } from './parts.ts';

export const anyScimToken: SystemDefect = {
  name: 'lenient:directory.connectorByToken',
  kind: 'lenient',
  breaks: 'Whoever comes with a token that nobody knows is taken for the first connector.',
  plant: (policy) =>
    withScim(policy, {
      connectorByToken: (connectors, token) => policy.cloud.directory.scim.connectorByToken(connectors, token) ?? connectors.list()[0],
    }),
};

export const anyScimSchema: SystemDefect = {
  name: 'lenient:directory.readResource',
  kind: 'lenient',
  breaks: 'A resource is read without a look at the schemas that it names.',
  plant: (policy) =>
    withScim(policy, {
      readResource: (kind, json) => policy.cloud.directory.scim.readResource(kind, json && inTheSchemaOf(kind, json)),
    }),
};

/** What is no JSON object stays as it is. */
function inTheSchemaOf(kind: 'User' | 'Group', json: string): string {
  try {
    const resource: unknown = JSON.parse(json);
    const schemas = [`urn:ietf:params:scim:schemas:core:2.0:${kind}`];
    return typeof resource === 'object' && resource !== null ? JSON.stringify({ ...resource, schemas }) : json;
  } catch {
    return json;
  }
}

/** What a connector puts into its requests. RFC 7643 §4, RFC 7644 §3.5.2. */

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';

/** A person whom nobody else knows. */
export const scimUser = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  schemas: [userSchema],
  userName: `${name}@acme.test`,
  active: true,
  ...more,
});
export const scimPatch = (...operations: readonly Readonly<Record<string, unknown>>[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: operations,
});
export const scimGroup = (displayName: string, members: readonly string[]) => ({
  schemas: [groupSchema],
  displayName,
  members: members.map((value) => ({ value })),
});

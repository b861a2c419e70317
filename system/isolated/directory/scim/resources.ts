/** People and groups as SCIM has them, and back: the library reads schemas, filters and patches; which attribute means what is said here (N-05). RFC 7643 §4, RFC 7644 §3.5.2. */
import { createHash } from 'node:crypto';
import SCIMMY from 'scimmy';
import type { Attributes, DirectoryGroup, DirectoryUser } from '../../../kernel/directory.ts';
import { isReadableFilter, isShallow, pathsAreReadable } from './shape.ts';

export const scimBase = '/scim/v2';
export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';
// Once for the process, and the same for everybody: the extension by which departments are said.
SCIMMY.Schemas.User.definition.extend(SCIMMY.Schemas.EnterpriseUser.definition);

type Json = Readonly<Record<string, unknown>>;
export type Kind = 'User' | 'Group';
export type GivenUser = {
  readonly userName: string;
  readonly externalId: string | undefined;
  /** Undefined when nothing is said. */
  readonly active: boolean | undefined;
  readonly attributes: Attributes;
  readonly rolesGiven: boolean;
};
export type GivenGroup = { readonly displayName: string; readonly members: readonly string[] };

export const userResource = (user: DirectoryUser): Json => {
  const { email, displayName, department, title, employment } = user.attributes;
  return {
    schemas: [userSchema, enterprise],
    id: user.subject,
    externalId: user.externalId,
    userName: user.userName ?? user.subject,
    active: user.status === 'active',
    displayName,
    title,
    userType: employment,
    ...(email === undefined ? {} : { emails: [{ value: email, primary: true }] }),
    ...(department === undefined ? {} : { [enterprise]: { department } }),
    meta: meta('User', user.subject, user),
  };
};
export const groupResource = (group: DirectoryGroup, members: readonly string[]): Json => ({
  schemas: [groupSchema],
  id: group.id,
  displayName: group.name,
  members: members.map((value) => ({ value, type: 'User' })),
  meta: meta('Group', group.id, [group, members]),
});

const meta = (resourceType: Kind, id: string, of: unknown): Json => ({
  resourceType,
  location: `${scimBase}/${resourceType}s/${id}`,
  version: `W/"${createHash('sha256').update(JSON.stringify(of)).digest('base64url').slice(0, 22)}"`,
});
export const versionOf = (resource: Json): string => String((resource.meta as Json).version);

/** Undefined for what is no such resource. */
export type ReadResource = (kind: Kind, json: string | undefined) => Json | undefined;
export const readResource: ReadResource = (kind, json) => {
  const value = parsed(json);
  if (value === undefined) return undefined;
  return orUndefined(
    () => (kind === 'User' ? new SCIMMY.Schemas.User(value, 'in') : new SCIMMY.Schemas.Group(value, 'in')) as unknown as Json,
  );
};

/** What a patch makes of `before`; undefined when it is no patch, or cannot be carried out. */
export async function patched(kind: Kind, before: Json, json: string | undefined): Promise<Json | undefined> {
  const value = parsed(json);
  if (value === undefined || !pathsAreReadable(value)) return undefined;
  try {
    const { PatchOp } = SCIMMY.Messages;
    let after: Json = before;
    const keep = async <Instance>(instance: Instance): Promise<Instance> => {
      after = instance as Json;
      return instance;
    };
    const patch = new PatchOp(value as unknown as ConstructorParameters<typeof PatchOp>[0]);
    const { User, Group } = SCIMMY.Schemas;
    const current = kind === 'User' ? new User(before, 'out', `${scimBase}/Users`) : new Group(before, 'out', `${scimBase}/Groups`);
    await patch.apply(current as never, keep as never);
    return JSON.parse(JSON.stringify(after)) as Json;
  } catch {
    return undefined;
  }
}

function parsed(json: string | undefined): Json | undefined {
  const value = orUndefined(() => JSON.parse(json ?? '') as unknown);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && isShallow(value) ? (value as Json) : undefined;
}

function orUndefined<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value.slice(0, 400) : undefined);
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

export function givenUser(resource: Json): GivenUser {
  const emails = listOf(resource.emails);
  const email = text((emails.find(({ primary }) => primary === true) ?? emails[0])?.value);
  const all = {
    email,
    displayName: text(resource.displayName),
    title: text(resource.title),
    department: text((resource[enterprise] as Json | undefined)?.department),
    employment: text(resource.userType),
  };
  return {
    userName: String(resource.userName ?? '').trim(),
    externalId: text(resource.externalId),
    active: typeof resource.active === 'boolean' ? resource.active : undefined,
    attributes: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
    rolesGiven: listOf(resource.roles).length > 0 || listOf(resource.entitlements).length > 0,
  };
}

export const givenGroup = (resource: Json): GivenGroup => ({
  displayName: String(resource.displayName ?? '').trim(),
  members: [...new Set(listOf(resource.members).map(({ value }) => String(value)))],
});

/** Undefined when the filter cannot be read. */
export function filtered(resources: () => readonly Json[], filter: string): readonly Json[] | undefined {
  if (!isReadableFilter(filter)) return undefined;
  return orUndefined(() => new SCIMMY.Types.Filter(filter).match(resources() as never) as unknown as readonly Json[]);
}

/** Answers what a connector may read: its own people and groups, by the page, and what this server can do. RFC 7644 §3.4.2, RFC 7643 §5. */
import SCIMMY from 'scimmy';
import { demand } from '../../../kernel/refusal.ts';
import { type Connector, managerOf } from '../connectors.ts';
import { managedGroup, membersBy } from './groups.ts';
import { type ScimParts, scimFacts } from './parts.ts';
import { filtered, groupResource, type Kind, scimBase, userResource } from './resources.ts';
import { managedUser } from './users.ts';

type Json = Readonly<Record<string, unknown>>;
const usualCount = 100;
const mostCount = 200;

/** Throws `Refusal` with `directory.scim.not-found`. */
export function oneResource(parts: ScimParts, connector: Connector, { kind, id }: { readonly kind: Kind; readonly id: string }): Json {
  const user = kind === 'User' ? managedUser(parts, connector, id) : undefined;
  const group = kind === 'Group' ? managedGroup(parts, connector, id) : undefined;
  const resource = user ? userResource(user) : group && groupResource(group, membersBy(parts, connector, group.id));
  demand(parts.policy.request, scimFacts({ found: resource !== undefined }));
  return resource ?? {};
}

/** Throws `Refusal` with `directory.scim.filter-malformed`. */
export function listed(
  parts: ScimParts,
  connector: Connector,
  { kind, query }: { readonly kind: Kind; readonly query: Readonly<Record<string, string>> },
): Json {
  const startIndex = Math.max(1, whole(query.startIndex, 1));
  const count = Math.min(mostCount, Math.max(0, whole(query.count, usualCount)));
  const { filter } = query;
  const page = { offset: startIndex - 1, limit: count };
  const { total, resources } =
    filter === undefined ? pageOf(parts, connector, { kind, page }) : found(parts, connector, { kind, filter, page });
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: total,
    startIndex,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

const whole = (text: string | undefined, otherwise: number): number => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : otherwise);

type Page = { readonly offset: number; readonly limit: number };
type Found = { readonly total: number; readonly resources: readonly Json[] };

function pageOf(parts: ScimParts, connector: Connector, { kind, page }: { readonly kind: Kind; readonly page: Page }): Found {
  const { people } = parts.stored;
  const manager = managerOf(connector.name);
  if (kind === 'User') return { total: people.countManagedBy(manager), resources: people.managedBy(manager, page).map(userResource) };
  const groups = groupsOf(parts, connector);
  return { total: groups.length, resources: groups.slice(page.offset, page.offset + page.limit) };
}

const groupsOf = (parts: ScimParts, connector: Connector): readonly Json[] =>
  parts.stored.groups
    .list()
    .filter(({ managedBy }) => managedBy === managerOf(connector.name))
    .map((group) => groupResource(group, membersBy(parts, connector, group.id)));

/** `userName eq "…"`, as every connector asks before it makes somebody: answered by the index, and without regard to case. RFC 7643 §4.1.1. */
const byUserName = /^userName eq "([^"\\]{1,200})"$/i;

function found(
  parts: ScimParts,
  connector: Connector,
  { kind, filter, page }: { readonly kind: Kind; readonly filter: string; readonly page: Page },
): Found {
  const { people } = parts.stored;
  const [, userName] = byUserName.exec(filter) ?? [];
  if (kind === 'User' && userName !== undefined) {
    const holder = people.byUserName(userName);
    const own = holder && managedUser(parts, connector, holder.subject);
    return { total: own ? 1 : 0, resources: own ? [userResource(own)] : [] };
  }
  const all = (): readonly Json[] =>
    kind === 'User' ? people.managedBy(managerOf(connector.name)).map(userResource) : groupsOf(parts, connector);
  const matching = filtered(all, filter);
  demand(parts.policy.request, scimFacts({ filterReadable: matching !== undefined }));
  return { total: matching?.length ?? 0, resources: (matching ?? []).slice(page.offset, page.offset + page.limit) };
}

export const serviceProviderConfig: Json = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: mostCount },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer token',
      description: 'A token for each connector, made by an org admin.',
      specUri: 'https://www.rfc-editor.org/info/rfc6750',
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: `${scimBase}/ServiceProviderConfig` },
};

const listOf = (resources: readonly Json[]): Json => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
  totalResults: resources.length,
  startIndex: 1,
  itemsPerPage: resources.length,
  Resources: resources,
});
export const schemas: Json = listOf(
  [SCIMMY.Schemas.User, SCIMMY.Schemas.Group].map(({ definition }) => definition.describe(`${scimBase}/Schemas`) as Json),
);
export const resourceTypes: Json = listOf(
  (['User', 'Group'] as const).map((id) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id,
    name: id,
    endpoint: `/${id}s`,
    schema: `urn:ietf:params:scim:schemas:core:2.0:${id}`,
    meta: { resourceType: 'ResourceType', location: `${scimBase}/ResourceTypes/${id}` },
  })),
);

/** Plans what a connector wants to do with a group of its own: it puts people in and takes out by its own word only. */
import type { DirectoryChange, DirectoryGroup } from '../../../kernel/directory.ts';
import { demand } from '../../../kernel/refusal.ts';
import { type Connector, managerOf } from '../connectors.ts';
import { newSubject } from '../directory.ts';
import { isUsableName, type ScimParts, scimFacts } from './parts.ts';
import { type GivenGroup, givenGroup, groupResource, patched, versionOf } from './resources.ts';
import { type Asked, managedUser, type Plan } from './users.ts';

export function managedGroup({ stored }: ScimParts, connector: Connector, id: string): DirectoryGroup | undefined {
  const group = stored.groups.find(id);
  return group?.managedBy === managerOf(connector.name) ? group : undefined;
}

/** By this connector's word. */
export const membersBy = ({ stored }: ScimParts, connector: Connector, id: string): readonly string[] =>
  stored.groups
    .members(id)
    .filter((subject) =>
      stored.people.find(subject)?.memberships.some(({ group, source }) => group === id && source === managerOf(connector.name)),
    );

/** Throws `Refusal` with a code of `directory.scim`. */
export function createGroup(parts: ScimParts, connector: Connector, json: string | undefined): Plan {
  const resource = parts.policy.readResource('Group', json);
  const given = resource && givenGroup(resource);
  demand(parts.policy.request, scimFacts({ readable: given !== undefined, ...said(parts, connector, { given, own: undefined }) }));
  if (!given) throw new TypeError('what cannot be read was let in');
  const source = managerOf(connector.name);
  const id = newSubject(parts.random).replace('u-', 'g-');
  const group = { id, name: given.displayName, managedBy: source, changedAtMs: 0 };
  return {
    id,
    changes: [
      { kind: 'group-created', group },
      ...given.members.map((subject): DirectoryChange => ({ kind: 'member-added', group: id, subject, source })),
    ],
  };
}

/** PUT. */
export const replaceGroup = (parts: ScimParts, connector: Connector, asked: Asked): Plan =>
  changeGroup(parts, connector, { asked, resource: parts.policy.readResource('Group', asked.json) });

/** PATCH. */
export async function patchGroup(parts: ScimParts, connector: Connector, asked: Asked): Promise<Plan> {
  const group = managedGroup(parts, connector, asked.id);
  const resource = group && (await patched('Group', groupResource(group, membersBy(parts, connector, group.id)), asked.json));
  return changeGroup(parts, connector, { asked, resource: group ? resource : {} });
}

export function removeGroup(parts: ScimParts, connector: Connector, { id, ifMatch }: Asked): Plan {
  const group = managedGroup(parts, connector, id);
  demand(parts.policy.request, scimFacts({ found: group !== undefined, versionCurrent: isCurrent(parts, connector, { group, ifMatch }) }));
  return { id, changes: [{ kind: 'group-removed', group: id }] };
}

type Changing = { readonly asked: Asked; readonly resource: Readonly<Record<string, unknown>> | undefined };
function changeGroup(parts: ScimParts, connector: Connector, { asked, resource }: Changing): Plan {
  const group = managedGroup(parts, connector, asked.id);
  const given = resource && givenGroup(resource);
  demand(
    parts.policy.request,
    scimFacts({
      readable: given !== undefined,
      found: group !== undefined,
      versionCurrent: isCurrent(parts, connector, { group, ifMatch: asked.ifMatch }),
      ...said(parts, connector, { given, own: group?.id }),
    }),
  );
  if (!given || !group) throw new TypeError('no group was changed, and nobody minded');
  const source = managerOf(connector.name);
  const before = new Set(membersBy(parts, connector, group.id));
  const after = new Set(given.members);
  const member = (kind: 'member-added' | 'member-removed', subject: string): DirectoryChange => ({
    kind,
    group: group.id,
    subject,
    source,
  });
  return {
    id: group.id,
    changes: [
      ...(given.displayName === group.name ? [] : [{ kind: 'group-renamed', group: group.id, name: given.displayName } as const]),
      ...given.members.filter((subject) => !before.has(subject)).map((subject) => member('member-added', subject)),
      ...[...before].filter((subject) => !after.has(subject)).map((subject) => member('member-removed', subject)),
    ],
  };
}

type Versioned = { readonly group: DirectoryGroup | undefined; readonly ifMatch: string | undefined };
const isCurrent = (parts: ScimParts, connector: Connector, { group, ifMatch }: Versioned): boolean =>
  group === undefined ||
  ifMatch === undefined ||
  ifMatch === '*' ||
  ifMatch === versionOf(groupResource(group, membersBy(parts, connector, group.id)));

const said = (
  parts: ScimParts,
  connector: Connector,
  { given, own }: { readonly given: GivenGroup | undefined; readonly own: string | undefined },
) => {
  const holder = given && parts.stored.groups.byName(given.displayName);
  return {
    nameUsable: given === undefined || isUsableName(given.displayName),
    nameFree: holder === undefined || holder.id === own,
    membersKnown: given === undefined || given.members.every((subject) => managedUser(parts, connector, subject) !== undefined),
  };
};

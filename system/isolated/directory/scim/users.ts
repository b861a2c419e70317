/** Plans what a connector wants to do with a person. It sees and changes only those whom it manages. */
import type { DirectoryChange, DirectoryUser, SuspendedBy } from '../../../kernel/directory.ts';
import { demand } from '../../../kernel/refusal.ts';
import { type Connector, managerOf } from '../connectors.ts';
import { newUser } from '../directory.ts';
import { suspensionFacts } from '../suspension.ts';
import { isUsableName, type ScimParts, scimFacts } from './parts.ts';
import { type GivenUser, givenUser, patched, userResource, versionOf } from './resources.ts';

export type Plan = { readonly changes: readonly DirectoryChange[]; readonly id: string };
export type Asked = { readonly id: string; readonly json: string | undefined; readonly ifMatch: string | undefined };

export function managedUser({ stored }: ScimParts, connector: Connector, id: string): DirectoryUser | undefined {
  const user = stored.people.find(id);
  return user?.managedBy === managerOf(connector.name) ? user : undefined;
}

/** Throws `Refusal` with a code of `directory.scim` or `directory.suspension`. */
export function createUser(parts: ScimParts, connector: Connector, json: string | undefined): Plan {
  const resource = parts.policy.readResource('User', json);
  const given = resource && givenUser(resource);
  const identity =
    given?.externalId !== undefined && connector.issuer !== undefined
      ? { issuer: connector.issuer, idpSubject: given.externalId }
      : undefined;
  const known = identity && parts.stored.people.byIdentity(identity);
  const free = given === undefined || (isFree(parts, given.userName, known?.subject) && known?.managedBy === undefined);
  demand(parts.policy.request, scimFacts({ readable: given !== undefined, nameFree: free, ...said(parts, given) }));
  if (!given) throw new TypeError('what cannot be read was let in');
  const managedBy = managerOf(connector.name);
  const { userName, externalId, attributes, active } = given;
  const to = { userName, externalId, managedBy, attributes };
  if (known)
    return {
      id: known.subject,
      changes: [{ kind: 'user-changed', subject: known.subject, to }, ...statusChange(parts, known, { active, by: managedBy })],
    };
  const status = active === false ? ({ status: 'suspended', suspendedBy: managedBy } as const) : {};
  const user = newUser(parts.random, { ...to, ...status, identities: identity ? [identity] : [] });
  return { id: user.subject, changes: [{ kind: 'user-created', user }] };
}

/** PUT. */
export const replaceUser = (parts: ScimParts, connector: Connector, asked: Asked): Plan =>
  changeUser(parts, connector, { asked, resource: parts.policy.readResource('User', asked.json) });

/** PATCH. */
export async function patchUser(parts: ScimParts, connector: Connector, asked: Asked): Promise<Plan> {
  const user = managedUser(parts, connector, asked.id);
  const resource = user && (await patched('User', userResource(user), asked.json));
  return changeUser(parts, connector, { asked, resource: user ? resource : {} });
}

/** Nobody is made new, and active, who is gone only because automation removed them while another word kept them out. */
export function removeUser(parts: ScimParts, connector: Connector, { id, ifMatch }: Asked): Plan {
  const user = managedUser(parts, connector, id);
  demand(parts.policy.request, scimFacts({ found: user !== undefined, versionCurrent: isCurrent(user, ifMatch) }));
  if (user?.status === 'suspended') demand(parts.suspension, { ...suspensionFacts(user, managerOf(connector.name)), orgAdmin: false });
  return { id, changes: [{ kind: 'user-removed', subject: id }] };
}

type Changing = { readonly asked: Asked; readonly resource: Readonly<Record<string, unknown>> | undefined };
function changeUser(parts: ScimParts, connector: Connector, { asked, resource }: Changing): Plan {
  const user = managedUser(parts, connector, asked.id);
  const given = resource && givenUser(resource);
  demand(
    parts.policy.request,
    scimFacts({
      readable: given !== undefined,
      found: user !== undefined,
      versionCurrent: isCurrent(user, asked.ifMatch),
      nameFree: given === undefined || isFree(parts, given.userName, user?.subject),
      ...said(parts, given),
    }),
  );
  if (!given || !user) throw new TypeError('nobody was changed, and nobody minded');
  const { userName, externalId, attributes } = given;
  const isSame = same({ userName, externalId, attributes }, user);
  const changed: DirectoryChange = { kind: 'user-changed', subject: user.subject, to: { userName, externalId, attributes } };
  return {
    id: user.subject,
    changes: [...(isSame ? [] : [changed]), ...statusChange(parts, user, { active: given.active, by: managerOf(connector.name) })],
  };
}

const inOrder = (attributes: object): string => JSON.stringify(Object.entries(attributes).toSorted());
const same = (given: Pick<GivenUser, 'userName' | 'externalId' | 'attributes'>, user: DirectoryUser): boolean =>
  given.userName === user.userName && given.externalId === user.externalId && inOrder(given.attributes) === inOrder(user.attributes);

type Said = { readonly active: boolean | undefined; readonly by: SuspendedBy };
/** Throws `Refusal` with a code of `directory.suspension` for whom this connector may not let in again. */
function statusChange({ suspension }: ScimParts, user: DirectoryUser, { active, by }: Said): readonly DirectoryChange[] {
  const { subject, status } = user;
  if (active === false && status === 'active') return [{ kind: 'user-suspended', subject, by }];
  if (active !== true || status !== 'suspended') return [];
  demand(suspension, suspensionFacts(user, by));
  return [{ kind: 'user-reactivated', subject }];
}

const isCurrent = (user: DirectoryUser | undefined, ifMatch: string | undefined): boolean =>
  user === undefined || ifMatch === undefined || ifMatch === '*' || ifMatch === versionOf(userResource(user));

function isFree({ stored, reserved }: ScimParts, userName: string, own: string | undefined): boolean {
  const holder = stored.people.byUserName(userName);
  return !reserved.has(userName) && (holder === undefined || holder.subject === own);
}

const said = ({ domains, reserved }: ScimParts, given: GivenUser | undefined) => {
  const email = given?.attributes.email;
  const covered = email !== undefined && domains.covers(email) && !reserved.has(email);
  return {
    rolesGiven: given?.rolesGiven === true,
    nameUsable: given === undefined || isUsableName(given.userName),
    emailDomain: email === undefined ? 'none' : covered ? 'verified' : 'not-verified',
  } as const;
};

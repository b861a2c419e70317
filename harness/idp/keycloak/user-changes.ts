/** Changes at the people of a Keycloak realm. */
import { type PersonName, people } from '../../fixtures/fixtures.ts';
import type { NewUser, UserChanges } from '../realm-changes.ts';
import { AdminFailure } from './admin-api.ts';
import { changeObject } from './changed-object.ts';
import { demand, type RealmAtHand } from './realm-at-hand.ts';
import { userRepresentation } from './users.ts';

type User = { readonly id: string; readonly username: string; readonly email?: string; readonly enabled: boolean };

async function findUser({ admin, name: realm }: RealmAtHand, name: string): Promise<User> {
  const [user] = await admin.get<readonly User[]>(`${realm}/users?exact=true&username=${encodeURIComponent(name)}`);
  if (!user) throw new AdminFailure(`${realm} has no user ${name}`);
  return user;
}

const userPath = async (realm: RealmAtHand, name: string): Promise<string> => `${realm.name}/users/${(await findUser(realm, name)).id}`;

export const userIsEnabled = async (realm: RealmAtHand, name: string): Promise<boolean> => (await findUser(realm, name)).enabled;

export const userChanges = (realm: RealmAtHand): UserChanges => ({
  disableUser: async (name) =>
    changeObject(realm.admin, await userPath(realm, name), { what: `user ${name} disabled`, change: { enabled: false } }),
  setPassword: (name, password) => setPassword(realm, name, password),
  changeSubject: (name) => changeSubject(realm, name),
  changeEmail: (name, email) => changeEmail(realm, name, email),
  createUser: (user) => createUser(realm, user),
  removeFromGroups: (name) => removeFromGroups(realm, name),
  removeUsers: () => removeUsers(realm),
});

/** Keycloak shows no password; it shows since when the credential is what it is. */
async function setPassword(realm: RealmAtHand, name: string, password: string): Promise<void> {
  const path = await userPath(realm, name);
  const since = async () =>
    (await realm.admin.get<readonly { type: string; createdDate: number }[]>(`${path}/credentials`)).find(({ type }) => type === 'password')
      ?.createdDate;
  const before = await since();
  await realm.admin.change('PUT', `${path}/reset-password`, { type: 'password', value: password, temporary: false });
  demand((await since()) !== before, `a new password of ${name}`);
}

export async function endSessions(realm: RealmAtHand, name: string): Promise<void> {
  const path = await userPath(realm, name);
  await realm.admin.change('POST', `${path}/logout`);
  demand((await realm.admin.get<readonly unknown[]>(`${path}/sessions`)).length === 0, `the end of the sessions of ${name}`);
}

/** The id of a Keycloak user is its subject and cannot be changed: the user is removed, and made again with all that was theirs. */
async function changeSubject(realm: RealmAtHand, name: string): Promise<string> {
  const before = await findUser(realm, name);
  if (!(name in people)) throw new AdminFailure(`${name} is nobody of the fixtures`);
  const { id: _id, ...user } = userRepresentation(realm.name, name as PersonName);
  await realm.admin.change('DELETE', `${realm.name}/users/${before.id}`);
  await realm.admin.change('POST', `${realm.name}/users`, user);
  const { id } = await findUser(realm, name);
  demand(id !== before.id, `another subject of ${name}`);
  return id;
}

/** Keycloak refuses an e-mail address that is another's, unless the realm is told to allow it. */
async function allowSharedEmail(realm: RealmAtHand, email: string): Promise<void> {
  const holders = await realm.admin.get<readonly User[]>(`${realm.name}/users?exact=true&email=${encodeURIComponent(email)}`);
  if (holders.length === 0) return;
  const change = { loginWithEmailAllowed: false, duplicateEmailsAllowed: true };
  await changeObject(realm.admin, realm.name, { what: 'shared e-mail addresses', change });
}

async function changeEmail(realm: RealmAtHand, name: string, email: string | null): Promise<void> {
  if (email !== null) await allowSharedEmail(realm, email);
  await changeObject(realm.admin, await userPath(realm, name), {
    what: `another e-mail address of ${name}`,
    change: { email: email ?? '' },
  });
}

async function createUser(realm: RealmAtHand, user: NewUser): Promise<string> {
  await allowSharedEmail(realm, user.email);
  await realm.admin.change('POST', `${realm.name}/users`, {
    username: user.name,
    email: user.email,
    emailVerified: true,
    enabled: true,
    firstName: user.givenName ?? '',
    lastName: user.familyName ?? '',
    credentials: [{ type: 'password', value: user.password, temporary: false }],
  });
  const made = await findUser(realm, user.name);
  demand(made.email === user.email, `a user ${user.name}`);
  return made.id;
}

async function removeFromGroups(realm: RealmAtHand, name: string): Promise<void> {
  const path = `${await userPath(realm, name)}/groups`;
  const groups = () => realm.admin.get<readonly { readonly id: string }[]>(path);
  for (const { id } of await groups()) await realm.admin.change('DELETE', `${path}/${id}`);
  demand((await groups()).length === 0, `${name} in no group`);
}

async function removeUsers({ admin, name }: RealmAtHand): Promise<void> {
  const users = () => admin.get<readonly User[]>(`${name}/users?max=1000`);
  for (const { id } of await users()) await admin.change('DELETE', `${name}/users/${id}`);
  demand((await users()).length === 0, `${name} without people`);
}

/** What is stored of people: each by subject, and found by identity, by user name, and by who manages them. Never by e-mail: nobody is merged by it (N-05). */
import type { DirectoryUser, IdpIdentity } from '../../../kernel/directory.ts';
import type { Store } from '../../../kernel/ports.ts';
import { countsIn } from './counts.ts';

type Page = { readonly offset: number; readonly limit: number };

export type People = {
  find(subject: string): DirectoryUser | undefined;
  byIdentity(identity: IdpIdentity): DirectoryUser | undefined;
  /** Without regard to case. */
  byUserName(userName: string): DirectoryUser | undefined;
  list(page?: Page): readonly DirectoryUser[];
  managedBy(manager: string, page?: Page): readonly DirectoryUser[];
  countManagedBy(manager: string): number;
  count(): number;
  countActive(): number;
  /** Subjects with the org-admin role that are not suspended. */
  activeOrgAdmins(): readonly string[];
  countActiveOrgAdmins(): number;
  /** Writes a person, and everything by which they are found. */
  put(user: DirectoryUser): void;
  remove(subject: string): void;
};

const users = 'directory.user';
const identities = 'directory.identity';
const userNames = 'directory.user-name';
const orgAdmins = 'directory.org-admin';
const managed = (manager: string): string => `directory.managed-by ${manager}`;

const isActiveOrgAdmin = (user: DirectoryUser | undefined): boolean => user?.status === 'active' && user.roles.includes('org-admin');
const identityKey = ({ issuer, idpSubject }: IdpIdentity): string => JSON.stringify([issuer, idpSubject]);
export const userNameKey = (userName: string): string => userName.normalize('NFKC').toLowerCase();

export function peopleIn(store: Store): People {
  const counts = countsIn(store);
  const find = (subject: string): DirectoryUser | undefined => store.get<DirectoryUser>(users, subject);
  const found = (subject: string | undefined): DirectoryUser | undefined => (subject === undefined ? undefined : find(subject));
  const forget = (user: DirectoryUser): void => {
    for (const identity of user.identities) store.delete(identities, identityKey(identity));
    if (user.userName !== undefined) store.delete(userNames, userNameKey(user.userName));
    if (user.managedBy !== undefined) store.delete(managed(user.managedBy), user.subject);
    store.delete(orgAdmins, user.subject);
  };
  return {
    find,
    byIdentity: (identity) => found(store.get<string>(identities, identityKey(identity))),
    byUserName: (userName) => found(store.get<string>(userNames, userNameKey(userName))),
    list: (page) => store.list<DirectoryUser>(users, page).map(({ value }) => value),
    managedBy: (manager, page) => store.list(managed(manager), page).flatMap(({ key }) => find(key) ?? []),
    countManagedBy: (manager) => store.count(managed(manager)),
    count: () => counts.of('people'),
    countActive: () => counts.of('people') - counts.of('suspended'),
    activeOrgAdmins: () => store.list(orgAdmins).flatMap(({ key }) => (find(key)?.status === 'active' ? [key] : [])),
    countActiveOrgAdmins: () => counts.of('active org admins'),
    put: (user) => {
      const before = find(user.subject);
      if (before) forget(before);
      counts.add('people', before ? 0 : 1);
      counts.add('suspended', Number(user.status === 'suspended') - Number(before?.status === 'suspended'));
      counts.add('active org admins', Number(isActiveOrgAdmin(user)) - Number(isActiveOrgAdmin(before)));
      store.put(users, user.subject, user);
      for (const identity of user.identities) store.put(identities, identityKey(identity), user.subject);
      if (user.userName !== undefined) store.put(userNames, userNameKey(user.userName), user.subject);
      if (user.managedBy !== undefined) store.put(managed(user.managedBy), user.subject, true);
      if (user.roles.includes('org-admin')) store.put(orgAdmins, user.subject, true);
    },
    remove: (subject) => {
      const before = find(subject);
      if (!before) return;
      forget(before);
      counts.add('people', -1);
      counts.add('suspended', before.status === 'suspended' ? -1 : 0);
      counts.add('active org admins', isActiveOrgAdmin(before) ? -1 : 0);
      store.delete(users, subject);
    },
  };
}

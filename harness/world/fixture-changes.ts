/** What whoever starts a system for himself may change in the fixtures. A run of scenarios changes nothing: its claims are about the fixtures as they are. */
import type { Realm, RealmUser } from '../idp/driver.ts';
import type { BreakGlassAccountName, PersonName } from './fixtures.ts';

export type FixtureChanges = {
  readonly breakGlassRanges?: readonly string[];
  readonly breakGlassPasswords?: Readonly<Partial<Record<BreakGlassAccountName, string>>>;
  readonly passwords?: Readonly<Partial<Record<PersonName, string>>>;
};

/** Changes the passwords at the identity provider. Gives the realm's users as they are from then on; rejects when a change did not take. */
export async function usersWith(
  { passwords = {} }: FixtureChanges,
  realm: Pick<Realm, 'users' | 'setPassword'>,
): Promise<readonly RealmUser[]> {
  const changed = new Map(Object.entries(passwords));
  for (const [name, password] of changed) await realm.setPassword(name, password);
  return realm.users.map((user) => ({ ...user, password: changed.get(user.name) ?? user.password }));
}

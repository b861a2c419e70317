/** The passwords of a world's people where whoever started it chose others than the fixtures': set at the identity provider, shown with the realm, and kept through every `revert`. */
import type { FixtureChanges } from '../fixtures/fixture-changes.ts';
import type { Realm } from '../idp/driver.ts';

export type OwnPasswords = {
  /** Its users have the passwords that are right. */
  readonly realm: Realm;
  /** After a restart of the identity provider, which knows the fixtures' alone. Rejects when a change did not take. */
  setAgain(): Promise<void>;
};

/** Rejects when a change did not take. */
export async function ownPasswords(realm: Realm, { passwords = {} }: FixtureChanges): Promise<OwnPasswords> {
  const chosen = new Map(Object.entries(passwords));
  const setAgain = async (): Promise<void> => {
    for (const [name, password] of chosen) await realm.setPassword(name, password);
  };
  const revert = async (): Promise<void> => {
    await realm.revert();
    await setAgain();
  };
  await setAgain();
  return {
    realm: { ...realm, users: realm.users.map((user) => ({ ...user, password: chosen.get(user.name) ?? user.password })), revert },
    setAgain,
  };
}

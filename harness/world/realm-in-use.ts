/** A world's realm, with a note of whether anything was changed in it: an untouched realm need not be put back. */
import type { Realm } from '../idp/driver.ts';

export type RealmInUse = { readonly realm: Realm; readonly secrets: readonly string[]; revertIfTouched(): Promise<void> };

/** `secrets` collects every client secret that the realm ever had, for the search for leaks. */
export function realmInUse(realm: Realm): RealmInUse {
  let touched = false;
  const secrets: string[] = [realm.relyingParty.clientSecret];
  const touching =
    <Parameters extends readonly unknown[], Result>(change: (...parameters: Parameters) => Promise<Result>) =>
    (...parameters: Parameters): Promise<Result> => {
      touched = true;
      return change(...parameters);
    };
  const watched: Realm = {
    ...realm,
    rotateClientSecret: touching(async () => {
      const secret = await realm.rotateClientSecret();
      secrets.push(secret);
      return secret;
    }),
    rotateKeys: touching(() => realm.rotateKeys()),
    deleteClient: touching(() => realm.deleteClient()),
    disableUser: touching((name: string) => realm.disableUser(name)),
    setPassword: touching((name: string, password: string) => realm.setPassword(name, password)),
    endSessions: touching((name: string) => realm.endSessions(name)),
  };
  return {
    realm: watched,
    secrets,
    revertIfTouched: async () => {
      if (touched) await realm.revert();
      touched = false;
    },
  };
}

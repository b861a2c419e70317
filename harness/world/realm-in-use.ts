/** A world's realm, with a note of whether anything was changed in it: an untouched realm need not be put back. */
import type { Realm } from '../idp/driver.ts';

export type RealmInUse = { readonly realm: Realm; readonly secrets: readonly string[]; revertIfTouched(): Promise<void> };

/** What only looks. Introducing the relying party changes what a realm is put back to, and so needs no putting back itself. */
const looking: readonly (keyof Realm)[] = [
  'clientSecretIsAccepted',
  'signingKey',
  'clientExists',
  'userIsEnabled',
  'introduceRelyingParty',
  'revert',
];
const lookingInSaml: readonly (keyof Realm['saml'])[] = ['certificatePem'];

/** `secrets` collects every client secret that the realm ever had, for the search for leaks. */
export function realmInUse(realm: Realm): RealmInUse {
  let touched = false;
  const touch = (): void => {
    touched = true;
  };
  const secrets: string[] = [realm.relyingParty.clientSecret];
  const watched: Realm = {
    ...noting(realm, looking, touch),
    saml: noting(realm.saml, lookingInSaml, touch),
    rotateClientSecret: async () => {
      touch();
      const secret = await realm.rotateClientSecret();
      secrets.push(secret);
      return secret;
    },
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

/** The same object, in which every function but those that only look calls `touch` first. */
function noting<Thing extends object>(thing: Thing, harmless: readonly (keyof Thing)[], touch: () => void): Thing {
  const members = Object.entries(thing).map(([name, member]: [string, unknown]) => {
    if (typeof member !== 'function' || (harmless as readonly string[]).includes(name)) return [name, member];
    const noted = (...parameters: readonly unknown[]): unknown => {
      touch();
      return member.apply(thing, parameters);
    };
    return [name, noted];
  });
  return Object.fromEntries(members) as Thing;
}

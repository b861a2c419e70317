/** The operations of a realm, done through Keycloak's admin API and each verified by reading back. */
import { people, realmName, relyingParty } from '../../fixtures/fixtures.ts';
import type { Realm } from '../driver.ts';
import type { AdminApi } from './admin-api.ts';
import { clientChanges, clientExists } from './client-changes.ts';
import { clientSecretIsAccepted } from './client-secret.ts';
import { userId } from './ids.ts';
import { keyChanges, signingKey } from './key-changes.ts';
import type { Upstream } from './loopback-request.ts';
import { claimChanges } from './mapper-changes.ts';
import type { RealmAtHand, RealmMemory } from './realm-at-hand.ts';
import { introduce, makeAgain, realmWideChanges } from './realm-wide-changes.ts';
import { revertRealm } from './revert.ts';
import { samlRealm } from './saml-realm.ts';
import { endSessions, userChanges, userIsEnabled } from './user-changes.ts';
import { personNames } from './users.ts';

export type KeycloakRealmOptions = {
  /** 1-based place in the pool. */
  readonly index: number;
  readonly admin: AdminApi;
  readonly upstream: () => Upstream;
  readonly publicOrigin: URL;
  readonly memory: RealmMemory;
};

/** Realm number `index` of the pool. Asks nothing until it is used. Every operation throws `AdminFailure` when the read-back does not show it done. */
export function keycloakRealm({ publicOrigin, ...place }: KeycloakRealmOptions): Realm {
  const name = realmName(place.index);
  const realm: RealmAtHand = { ...place, name };
  const issuer = new URL(`/realms/${name}`, publicOrigin);
  return {
    name,
    issuer,
    relyingParty: { clientId: relyingParty.clientId, clientSecret: relyingParty.clientSecret },
    users: personNames.map((person) => {
      const { email, password, otpSecret } = people[person];
      return { name: person, email, password, otpSecret, subject: userId(name, person) };
    }),
    saml: samlRealm(realm, issuer),
    introduceRelyingParty: (keys) => introduce(realm, keys),
    clientSecretIsAccepted: (secret) => clientSecretIsAccepted(realm, secret),
    signingKey: () => signingKey(realm),
    clientExists: () => clientExists(realm),
    userIsEnabled: (user) => userIsEnabled(realm, user),
    endSessions: (user) => endSessions(realm, user),
    ...clientChanges(realm),
    ...claimChanges(realm),
    ...keyChanges(realm),
    ...userChanges(realm),
    ...realmWideChanges(realm),
    revert: () => revert(realm),
  };
}

async function revert(realm: RealmAtHand): Promise<void> {
  const present = (await realm.admin.find(realm.name)) !== undefined;
  if (!present) await makeAgain(realm);
  await revertRealm(realm.admin, realm.name, realm.memory.seeded);
}

/** After a restart the server stands on its snapshot again, which knows nothing of what was introduced. */
export const introduceAgain = (options: KeycloakRealmOptions): Promise<void> =>
  introduce({ ...options, name: realmName(options.index) }, options.memory.introduced);

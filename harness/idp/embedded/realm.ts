/** A realm of the embedded identity provider, as every driver's realm: each operation is read back before it resolves. */
import { relyingParty } from '../../fixtures/fixtures.ts';
import type { Realm, RealmUser } from '../driver.ts';
import type { RelyingPartyKeys } from '../realm-changes.ts';
import { clientSecretIsAccepted, publishedKeyIds } from './endpoints.ts';
import { confirm, type RealmAtHand, stateOf } from './realm-at-hand.ts';
import { realmChanges } from './realm-changes.ts';
import { samlRealm } from './saml-realm.ts';

export type RealmOptions = RealmAtHand & {
  readonly users: readonly RealmUser[];
  /** Remembers the keys for later starts. */
  introduced(keys: RelyingPartyKeys): void;
};

export function embeddedRealm(options: RealmOptions): Realm {
  const { name, issuer, users, channel } = options;
  const realm = { realm: name };
  return {
    name,
    issuer,
    users,
    relyingParty: { clientId: relyingParty.clientId, clientSecret: relyingParty.clientSecret },
    saml: samlRealm(options),
    ...realmChanges(options),
    async introduceRelyingParty(keys) {
      options.introduced(keys);
      await channel().ask('introduce', { ...realm, keys });
    },
    clientSecretIsAccepted: (secret) => clientSecretIsAccepted(options, secret),
    async signingKey() {
      const { keyId, privateKeyPem } = await channel().ask('signing-key', realm);
      confirm((await publishedKeyIds(options)).includes(keyId), 'its signing key is not published');
      return { keyId, algorithm: 'RS256', privateKeyPem };
    },
    clientExists: async () => (await stateOf(options)).settings.clientPresent,
    async userIsEnabled(user) {
      const found = (await stateOf(options)).users.find((each) => each.name === user);
      confirm(found !== undefined, `there is no user named ${user}`);
      return found?.enabled === true;
    },
    async endSessions(user) {
      await channel().ask('end-sessions', { ...realm, name: user });
      confirm(!(await stateOf(options)).sessions.includes(user), 'the user still has a session');
    },
    async revert() {
      await channel().ask('revert', realm);
      const { asSeeded, signingKeyId } = await stateOf(options);
      confirm(asSeeded, 'the realm is not as it was seeded');
      confirm((await publishedKeyIds(options)).join() === signingKeyId, 'other keys than the seeded one are published');
      confirm(await clientSecretIsAccepted(options, relyingParty.clientSecret), 'the seeded client secret is not accepted');
    },
  };
}

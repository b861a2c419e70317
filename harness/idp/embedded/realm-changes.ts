/** Changes at a realm of the embedded identity provider, each read back before it resolves. */
import { generateKeyPairSync } from 'node:crypto';
import type { ClaimRule } from '../../../fakes/index.ts';
import { relyingParty } from '../../fixtures/fixtures.ts';
import type { RealmChanges } from '../realm-changes.ts';
import { valueOfType } from '../realm-changes.ts';
import { clientSecretIsAccepted, publishedKeyIds } from './endpoints.ts';
import { changeSettings, confirm, type RealmAtHand, stateOf } from './realm-at-hand.ts';

type ClaimChanges = Pick<RealmChanges, 'removeClaim' | 'renameClaim' | 'setClaim' | 'setClaimType'>;
type UserChanges = Pick<
  RealmChanges,
  'disableUser' | 'setPassword' | 'changeSubject' | 'changeEmail' | 'createUser' | 'removeFromGroups' | 'removeUsers'
>;
type KeyChanges = Pick<RealmChanges, 'rotateKeys' | 'addSecondActiveKey' | 'setCertificateValidity'>;
type Settings = Omit<RealmChanges, keyof ClaimChanges | keyof UserChanges | keyof KeyChanges>;

export const realmChanges = (realm: RealmAtHand): RealmChanges => ({
  ...settingChanges(realm),
  ...claimChanges(realm),
  ...keyChanges(realm),
  ...userChanges(realm),
});

function settingChanges(realm: RealmAtHand): Settings {
  const change = (settings: Parameters<typeof changeSettings>[1]) => changeSettings(realm, settings);
  return {
    rotateClientSecret: async () => {
      const secret = await realm.channel().ask('rotate-client-secret', { realm: realm.name });
      confirm(await clientSecretIsAccepted(realm, secret), 'the new client secret is not accepted');
      confirm(!(await clientSecretIsAccepted(realm, relyingParty.clientSecret)), 'the seeded client secret is still accepted');
      return secret;
    },
    deleteClient: async () => {
      await change({ clientPresent: false });
      confirm(!(await clientSecretIsAccepted(realm, relyingParty.clientSecret)), 'the client is still accepted');
    },
    disableClient: () => change({ clientEnabled: false }),
    removeRedirectUri: () => change({ redirectUris: [] }),
    setRedirectUri: (uri) => change({ redirectUris: [uri] }),
    setClientAuthentication: async (method, keys = 'introduced') => {
      const { introduced } = (await stateOf(realm)).settings;
      if (method === 'private_key_jwt' && keys === 'introduced') confirm(introduced.jwks !== undefined, 'no keys were introduced');
      await change({ clientAuthentication: method, clientKeys: keys });
    },
    forceConsent: () => change({ consent: true }),
    setTokenLifetime: (seconds) => change({ tokenLifetimeSeconds: seconds }),
    setSigningAlgorithm: (algorithm) => change({ idTokenAlgorithm: algorithm }),
    encryptIdTokens: () => change({ idTokensFor: keyOfNobody() }),
    setAcr: (how) => change({ acr: how }),
    removeScope: async (scope) => {
      const { scopes } = (await stateOf(realm)).settings;
      await change({ scopes: scopes.filter((each) => each !== scope) });
    },
    disableRealm: () => change({ enabled: false }),
    removeRealm: () => change({ present: false }),
  };
}

/** A public key whose private half is forgotten at once. */
function keyOfNobody(): object {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...publicKey.export({ format: 'jwk' }), use: 'enc', alg: 'RSA-OAEP', kid: 'held-by-nobody' };
}

function claimChanges(realm: RealmAtHand): ClaimChanges {
  const rule = async (claim: string, becomes: ClaimRule): Promise<void> => {
    const { claims } = (await stateOf(realm)).settings;
    await changeSettings(realm, { claims: { ...claims, [claim]: becomes } });
  };
  return {
    removeClaim: (claim) => rule(claim, { become: 'nothing' }),
    renameClaim: (claim, to) => rule(claim, { become: 'renamed', to }),
    setClaim: (claim, value) => rule(claim, { become: 'fixed', value }),
    setClaimType: (claim, type) => rule(claim, { become: 'fixed', value: valueOfType[type] }),
  };
}

function keyChanges(realm: RealmAtHand): KeyChanges {
  const { channel } = realm;
  const here = { realm: realm.name };
  return {
    rotateKeys: async ({ removeOldKeys = false } = {}) => {
      const keyId = await channel().ask('rotate-keys', { ...here, removeOldKeys });
      confirm((await stateOf(realm)).signingKeyId === keyId, 'the new key does not sign');
      const published = await publishedKeyIds(realm);
      confirm(published.includes(keyId), 'the new key is not published');
      confirm(!removeOldKeys || published.length === 1, 'an old key is still published');
      return keyId;
    },
    addSecondActiveKey: async () => {
      const { signingKeyId } = await stateOf(realm);
      const keyId = await channel().ask('add-key', here);
      confirm((await publishedKeyIds(realm)).includes(keyId), 'the second key is not published');
      confirm((await stateOf(realm)).signingKeyId === signingKeyId, 'another key signs');
      return keyId;
    },
    setCertificateValidity: async (validity) => {
      const { certificate } = await stateOf(realm);
      await channel().ask('set-certificate-validity', { ...here, validity });
      confirm((await stateOf(realm)).certificate !== certificate, 'the certificate is the same');
    },
  };
}

function userChanges(realm: RealmAtHand): UserChanges {
  const { channel } = realm;
  const here = { realm: realm.name };
  const user = async (name: string) => (await stateOf(realm)).users.find((each) => each.name === name);
  return {
    disableUser: async (name) => {
      await channel().ask('disable-user', { ...here, name });
      confirm((await user(name))?.enabled === false, 'the user is still enabled');
    },
    setPassword: async (name, password) => {
      confirm(await channel().ask('set-password', { ...here, name, password }), 'the new password does not sign in');
    },
    changeSubject: async (name) => {
      const before = await user(name);
      const subject = await channel().ask('change-subject', { ...here, name });
      confirm(subject !== before?.subject && (await user(name))?.subject === subject, 'the subject is the same');
      return subject;
    },
    changeEmail: async (name, email) => {
      await channel().ask('change-email', { ...here, name, email });
      confirm((await user(name))?.email === email, 'the e-mail address is another');
    },
    createUser: async ({ givenName = '', familyName = '', ...made }) => {
      const subject = await channel().ask('create-user', { ...here, user: { ...made, givenName, familyName } });
      confirm((await user(made.name))?.subject === subject, 'there is no such user');
      return subject;
    },
    removeFromGroups: async (name) => {
      await channel().ask('remove-from-groups', { ...here, name });
      confirm((await user(name))?.groups.length === 0, 'the user is still in a group');
    },
    removeUsers: async () => {
      await channel().ask('remove-users', here);
      confirm((await stateOf(realm)).users.length === 0, 'there are still users');
    },
  };
}

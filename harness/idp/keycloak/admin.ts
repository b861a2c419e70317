/** The operations of a realm, done through Keycloak's admin API and each verified by reading back. */
import { createPublicKey } from 'node:crypto';
import { people, realmName, relyingParty } from '../../fixtures/fixtures.ts';
import type { Realm, RealmSigningKey } from '../driver.ts';
import { type AdminApi, AdminFailure } from './admin-api.ts';
import { loopbackRequest, type Upstream } from './loopback-request.ts';
import { keyProviderType, personNames, realmId, relyingPartyId, signingKeyComponent, userId } from './realm.ts';
import { rsaPrivateKeyPem } from './realm-keys.ts';
import { revertRealm } from './revert.ts';
import { type RealmState, readKeyComponents } from './seeded-state.ts';

export type KeycloakRealmOptions = {
  /** 1-based place in the pool. */
  readonly index: number;
  readonly admin: AdminApi;
  readonly upstream: () => Upstream;
  readonly publicOrigin: URL;
  /** As read back when the snapshot was made. */
  readonly seeded: RealmState;
  /** PKCS#8 PEM of the key that signs in the seeded state. */
  readonly signingKeyPem: string;
};

/** Realm number `index` of the pool. Asks nothing until it is used. Every operation throws `AdminFailure` when the read-back does not show it done. */
export function keycloakRealm(options: KeycloakRealmOptions): Realm {
  const { admin, seeded } = options;
  const name = realmName(options.index);
  const knownKeyPems = [options.signingKeyPem];
  const secretIsAccepted = (secret: string) => clientSecretIsAccepted(options.upstream(), name, secret);
  return {
    name,
    issuer: new URL(`/realms/${name}`, options.publicOrigin),
    relyingParty: { clientId: relyingParty.clientId, clientSecret: relyingParty.clientSecret },
    users: personNames.map((person) => ({
      name: person,
      email: people[person].email,
      password: people[person].password,
      subject: userId(name, person),
    })),
    clientSecretIsAccepted: secretIsAccepted,
    rotateClientSecret: () => rotateClientSecret(admin, name, secretIsAccepted),
    rotateKeys: async () => {
      const { keyId, privateKeyPem } = await rotateKeys(admin, name);
      knownKeyPems.push(privateKeyPem);
      return keyId;
    },
    signingKey: () => signingKey(admin, name, knownKeyPems),
    clientExists: () => clientExists(admin, name),
    deleteClient: () => deleteClient(admin, name),
    userIsEnabled: (user) => userIsEnabled(admin, name, user),
    disableUser: (user) => disableUser(admin, name, user),
    setPassword: (user, password) => setPassword(admin, name, { user, password }),
    endSessions: (user) => endSessions(admin, name, user),
    revert: () => revertRealm(admin, name, seeded),
  };
}

function demand(shown: boolean, what: string): void {
  if (!shown) throw new AdminFailure(`${what}: the identity provider does not show it`);
}

/** A code that nobody issued fails as `invalid_grant` behind a good secret, and is not looked at behind a bad one (RFC 6749 §5.2). */
async function clientSecretIsAccepted(upstream: Upstream, realm: string, secret: string): Promise<boolean> {
  const basic = Buffer.from(`${encodeURIComponent(relyingParty.clientId)}:${encodeURIComponent(secret)}`).toString('base64');
  const { status, text } = await loopbackRequest(upstream, {
    method: 'POST',
    path: `/realms/${realm}/protocol/openid-connect/token`,
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: 'a-code-that-nobody-issued',
      redirect_uri: relyingParty.redirectUri,
      code_verifier: 'v'.repeat(43),
    }).toString(),
  });
  const { error } = JSON.parse(text) as { error?: string };
  if (error === 'invalid_grant') return true;
  if (error === 'invalid_client' || error === 'unauthorized_client') return false;
  throw new AdminFailure(`the token endpoint of ${realm} answered ${status} in a way that tells nothing about the client secret`);
}

async function rotateClientSecret(admin: AdminApi, realm: string, isAccepted: (secret: string) => Promise<boolean>): Promise<string> {
  const path = `${realm}/clients/${relyingPartyId(realm)}`;
  const before = await admin.get<{ secret: string }>(path);
  const { value } = (await admin.change('POST', `${path}/client-secret`)) as { value: string };
  demand(value !== before.secret && (await isAccepted(value)), 'a new client secret');
  demand(!(await isAccepted(before.secret)), 'the end of the old client secret');
  return value;
}

async function rotateKeys(admin: AdminApi, realm: string): Promise<RealmSigningKey> {
  const components = await readKeyComponents(admin, realm);
  const highest = Math.max(...components.map(({ config }) => Number((config as { priority?: readonly string[] }).priority?.[0] ?? 0)));
  const priority = highest + 100;
  const kid = `${realm}-rotated-${priority}`;
  const privateKeyPem = await rsaPrivateKeyPem();
  const component = signingKeyComponent(kid, privateKeyPem, priority);
  await admin.change('POST', `${realm}/components`, { ...component, parentId: realmId(realm), providerType: keyProviderType });
  const { active } = await admin.get<{ active: { RS256?: string } }>(`${realm}/keys`);
  demand(active.RS256 === kid, `signing by the new key ${kid}`);
  return { keyId: kid, algorithm: 'RS256', privateKeyPem };
}

type PublishedKeys = {
  readonly active: { readonly RS256?: string };
  /** `publicKey` is SubjectPublicKeyInfo in base64. */
  readonly keys: readonly { readonly kid: string; readonly publicKey?: string }[];
};

/** Found by its public half among the private keys that were made here. */
async function signingKey(admin: AdminApi, realm: string, knownPems: readonly string[]): Promise<RealmSigningKey> {
  const { active, keys } = await admin.get<PublishedKeys>(`${realm}/keys`);
  const signing = keys.find(({ kid }) => kid === active.RS256);
  const privateKeyPem = knownPems.find((pem) => publicHalf(pem) === signing?.publicKey);
  if (!signing || privateKeyPem === undefined) throw new AdminFailure(`the private key that signs in ${realm} was not made here`);
  return { keyId: signing.kid, algorithm: 'RS256', privateKeyPem };
}

const publicHalf = (privateKeyPem: string): string =>
  createPublicKey(privateKeyPem).export({ type: 'spki', format: 'der' }).toString('base64');

const clientExists = async (admin: AdminApi, realm: string): Promise<boolean> =>
  (await admin.get<readonly unknown[]>(`${realm}/clients?clientId=${relyingParty.clientId}`)).length === 1;

async function deleteClient(admin: AdminApi, realm: string): Promise<void> {
  await admin.change('DELETE', `${realm}/clients/${relyingPartyId(realm)}`);
  demand(!(await clientExists(admin, realm)), 'the end of the client');
}

const userIsEnabled = async (admin: AdminApi, realm: string, user: string): Promise<boolean> =>
  (await admin.get<{ enabled: boolean }>(`${realm}/users/${userId(realm, user)}`)).enabled;

async function disableUser(admin: AdminApi, realm: string, user: string): Promise<void> {
  await admin.change('PUT', `${realm}/users/${userId(realm, user)}`, { enabled: false });
  demand(!(await userIsEnabled(admin, realm, user)), `user ${user} disabled`);
}

/** Keycloak shows no password; it shows since when the credential is what it is. */
async function setPassword(
  admin: AdminApi,
  realm: string,
  { user, password }: { readonly user: string; readonly password: string },
): Promise<void> {
  const path = `${realm}/users/${userId(realm, user)}`;
  const since = async () =>
    (await admin.get<readonly { type: string; createdDate: number }[]>(`${path}/credentials`)).find(({ type }) => type === 'password')
      ?.createdDate;
  const before = await since();
  await admin.change('PUT', `${path}/reset-password`, { type: 'password', value: password, temporary: false });
  demand((await since()) !== before, `a new password of ${user}`);
}

async function endSessions(admin: AdminApi, realm: string, user: string): Promise<void> {
  const path = `${realm}/users/${userId(realm, user)}`;
  await admin.change('POST', `${path}/logout`);
  demand((await admin.get<readonly unknown[]>(`${path}/sessions`)).length === 0, `the end of the sessions of ${user}`);
}

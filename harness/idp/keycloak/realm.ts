/** What a realm of the pool `w1` … `wN` is made of, as Keycloak's import format writes it. Every id is fixed, so that a reset finds what it resets. */
import { createHash } from 'node:crypto';
import { type PersonName, people, realmName, relyingParty } from '../../fixtures/fixtures.ts';
import type { RealmKeys } from './realm-keys.ts';

/** How many realms a snapshot holds: the most worlds that one run can have. Their number does not change the time of a start. */
export const realmPoolSize = 8;

export const keyProviderType = 'org.keycloak.keys.KeyProvider';
/** The certificate belongs to the key and is made by Keycloak at import. */
export type KeyComponent = {
  readonly name: string;
  readonly providerId: string;
  readonly config: Readonly<Record<string, readonly [string]>>;
};

/** The same UUID for the same thing in every snapshot: `fixedId('w1', 'user', 'uma')`. */
export function fixedId(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('/')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const realmId = (realm: string): string => fixedId(realm, 'realm');
export const relyingPartyId = (realm: string): string => fixedId(realm, 'client', relyingParty.clientId);
export const userId = (realm: string, name: string): string => fixedId(realm, 'user', name);
const seededSigningKid = (realm: string): string => `${realm}-sig`;
export const personNames = Object.keys(people) as readonly PersonName[];

/** A person as realm import and partial import take them: plain password, hashed by the realm's policy on the way in. */
export function userRepresentation(realm: string, name: PersonName) {
  const { email, givenName, familyName, password } = people[name];
  return {
    id: userId(realm, name),
    username: name,
    enabled: true,
    emailVerified: true,
    email,
    firstName: givenName,
    lastName: familyName,
    createdTimestamp: Date.UTC(2026, 0, 1),
    requiredActions: [],
    realmRoles: [`default-roles-${realm}`],
    credentials: [{ type: 'password', value: password, temporary: false }],
  };
}

/** The isolated cloud as this realm's relying party: confidential, authorization code with PKCE only, told of logouts on its back channel. */
function relyingPartyRepresentation(realm: string) {
  return {
    id: relyingPartyId(realm),
    clientId: relyingParty.clientId,
    name: 'Isolated cloud acme',
    enabled: true,
    protocol: 'openid-connect',
    publicClient: false,
    clientAuthenticatorType: 'client-secret',
    secret: relyingParty.clientSecret,
    standardFlowEnabled: true,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: false,
    serviceAccountsEnabled: false,
    frontchannelLogout: false,
    redirectUris: [relyingParty.redirectUri],
    webOrigins: [],
    attributes: {
      'pkce.code.challenge.method': 'S256',
      'client.secret.authentication.allowed.method': 'client_secret_basic',
      'post.logout.redirect.uris': relyingParty.postLogoutRedirectUri,
      'backchannel.logout.url': relyingParty.backChannelLogoutUri,
      'backchannel.logout.session.required': 'true',
    },
  };
}

/** A signing key; the one with the highest priority signs. */
export function signingKeyComponent(kid: string, privateKeyPem: string, priority: number): KeyComponent {
  return keyComponent(kid, 'rsa', { priority: `${priority}`, algorithm: 'RS256', kid, privateKey: privateKeyPem });
}

function keyComponent(name: string, providerId: string, config: Readonly<Record<string, string>>): KeyComponent {
  const settings = Object.entries({ priority: '100', enabled: 'true', active: 'true', ...config });
  return { name, providerId, config: Object.fromEntries(settings.map(([key, value]) => [key, [value] as const])) };
}

/** All keys that the realm has; nothing is generated at import. */
function keyComponents(realm: string, keys: RealmKeys): readonly KeyComponent[] {
  return [
    signingKeyComponent(seededSigningKid(realm), keys.signingKeyPem, 100),
    keyComponent('enc', 'rsa-enc', { algorithm: 'RSA-OAEP', privateKey: keys.encryptionKeyPem }),
    keyComponent('hmac', 'hmac-generated', { algorithm: 'HS512', kid: keys.hmac.kid, secret: keys.hmac.secret }),
    keyComponent('aes', 'aes-generated', { kid: keys.aes.kid, secret: keys.aes.secret }),
  ];
}

/** The whole realm number `index` (1-based) for `--import-realm`. Clients of other protocols join the list of clients. */
export function realmRepresentation(index: number, keys: RealmKeys) {
  const realm = realmName(index);
  return {
    id: realmId(realm),
    realm,
    displayName: 'Acme',
    enabled: true,
    sslRequired: 'external',
    registrationAllowed: false,
    resetPasswordAllowed: false,
    rememberMe: false,
    bruteForceProtected: false,
    loginTheme: 'keycloak.v2',
    internationalizationEnabled: false,
    // Cheap on purpose: passwords of fixtures are no secrets, and a login must not cost a tenth of a second of hashing.
    passwordPolicy: 'hashAlgorithm(pbkdf2-sha512) and hashIterations(1)',
    components: { [keyProviderType]: keyComponents(realm, keys) },
    clients: [relyingPartyRepresentation(realm)],
    users: personNames.map((name) => userRepresentation(realm, name)),
  };
}

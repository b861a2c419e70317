/**
 * What administrators of the customer's identity provider do to a realm, by mistake or on purpose: the vocabulary of the misconfiguration library.
 * Each change is read back before it resolves, rejects where it did not take, and is undone by `revert`.
 */

import type { Validity } from '../authority/x509.ts';

/** Public halves of the relying party's keys, which a world makes for itself. */
export type RelyingPartyKeys = {
  /** For `private_key_jwt`; RFC 7517 §5. */
  readonly jwks?: { readonly keys: readonly object[] };
  /** PEM. Verifies our AuthnRequests and logout messages. */
  readonly samlSigningCertificatePem?: string;
};

export type ClientAuthentication = 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt';
/** Where the identity provider takes the keys for `private_key_jwt` from: as introduced, or fetched from the relying party (which it must be able to reach). */
export type KeySource = 'introduced' | 'fetched';

/** Claims that a realm gives our relying party in the ID token. */
const claimNames = ['email', 'email_verified', 'preferred_username', 'given_name', 'family_name', 'groups', 'department', 'title'] as const;
export type ClaimName = (typeof claimNames)[number];
export type ClaimType = 'text' | 'number' | 'list' | 'object';
export type ClaimValue = string | number | boolean | null | readonly ClaimValue[] | { readonly [name: string]: ClaimValue };
/** What a claim says when its type was changed: the value is nobody's, the type is what counts. */
export const valueOfType: Readonly<Record<ClaimType, ClaimValue>> = {
  text: 'true',
  number: 7,
  list: ['first', 'second'],
  object: { value: 'first' },
};

/** Changes at the OpenID Connect client that stands for the isolated cloud, and in its tokens. */
export type ClientChanges = {
  /** Returns the new secret; the old one is dead. */
  rotateClientSecret(): Promise<string>;
  deleteClient(): Promise<void>;
  /** The client is there and nobody may sign in through it. */
  disableClient(): Promise<void>;
  /** The only redirect URI is gone. */
  removeRedirectUri(): Promise<void>;
  /** This one is registered, and no other. */
  setRedirectUri(uri: string): Promise<void>;
  setClientAuthentication(method: ClientAuthentication, keys?: KeySource): Promise<void>;
  /** When somebody signs out, their browser is told to call the relying party's front channel instead of its back channel. Missing where the product knows no front channel. */
  readonly useFrontChannelLogout?: () => Promise<void>;
  /** Everybody is asked to agree before they come back. */
  forceConsent(): Promise<void>;
  /** `exp` minus `iat` of ID and access tokens. */
  setTokenLifetime(seconds: number): Promise<void>;
  setSigningAlgorithm(algorithm: 'PS256' | 'ES256' | 'HS256'): Promise<void>;
  /** ID tokens are encrypted to a key that nobody holds. */
  encryptIdTokens(): Promise<void>;
  /** `missing`: tokens say nothing. `not-honoured`: a password is enough, whatever was asked for, and the token says so. `untrue`: a password is enough, and the token says two factors. */
  setAcr(how: 'missing' | 'not-honoured' | 'untrue'): Promise<void>;
  /** A scope is no longer the client's: requests that name it are refused, or its claims are missing. */
  removeScope(scope: 'email' | 'profile'): Promise<void>;
  removeClaim(claim: ClaimName): Promise<void>;
  /** The value under another name, and nothing under the old one. */
  renameClaim(claim: ClaimName, name: string): Promise<void>;
  setClaimType(claim: ClaimName, type: ClaimType): Promise<void>;
  /** Everybody's token has this value: another person's e-mail address, for example. */
  setClaim(claim: ClaimName | 'sub', value: ClaimValue): Promise<void>;
};

/** Changes at keys. Key ids are returned where they are new. */
export type KeyChanges = {
  /** Another key signs from now on. The old ones stay published, so that what they signed still verifies, or are removed. Returns the new key's id. */
  rotateKeys(options?: { readonly removeOldKeys?: boolean }): Promise<string>;
  /** One more key is published and active; the old one goes on signing. Returns the new key's id. */
  addSecondActiveKey(): Promise<string>;
  /** The signing key stays and gets a certificate of this validity: SAML relying parties see it. Keycloak takes none that is not valid now. */
  setCertificateValidity(validity: Validity): Promise<void>;
};

export type NewUser = {
  readonly name: string;
  /** May be somebody else's, too. */
  readonly email: string;
  readonly password: string;
  readonly givenName?: string;
  readonly familyName?: string;
};

/** Changes at people. All reject where there is nobody of that name. */
export type UserChanges = {
  disableUser(name: string): Promise<void>;
  /** Another password than the seeded one. */
  setPassword(name: string, password: string): Promise<void>;
  /** The same person under another `sub`, as after a restore from somewhere. Returns the new one. */
  changeSubject(name: string): Promise<string>;
  /** `null`: none at all. It may be somebody else's, too. */
  changeEmail(name: string, email: string | null): Promise<void>;
  /** Returns the subject. */
  createUser(user: NewUser): Promise<string>;
  /** Out of every group. */
  removeFromGroups(name: string): Promise<void>;
  /** A half-imported realm: everything is there but its people. */
  removeUsers(): Promise<void>;
};

/** Changes at the realm as a whole. */
export type RealmWideChanges = {
  /** Discovery and keys may still be answered; nobody signs in. */
  disableRealm(): Promise<void>;
  /** As after a restart on an empty disk: the realm is gone, and every address below it answers 404. */
  removeRealm(): Promise<void>;
};

/** Names of the SAML attributes that a realm sends. */
const samlAttributeNames = ['email', 'givenName', 'familyName', 'department', 'title', 'groups'] as const;
export type SamlAttributeName = (typeof samlAttributeNames)[number];

export type SamlNameIdFormat = 'persistent' | 'transient' | 'email' | 'unspecified';

/** The realm as a SAML identity provider, and changes at the service provider that stands for the isolated cloud. SAML Core 2.0, SAML Bindings 2.0. */
export type SamlRealm = {
  readonly entityId: string;
  readonly ssoUrl: URL;
  readonly sloUrl: URL;
  readonly metadataUrl: URL;
  /** PEM of the key that signs right now. */
  certificatePem(): Promise<string>;
  sign(what: 'response' | 'assertion' | 'nothing'): Promise<void>;
  setAlgorithm(algorithm: 'RSA_SHA1' | 'RSA_SHA512'): Promise<void>;
  setNameIdFormat(format: SamlNameIdFormat): Promise<void>;
  removeAttribute(name: SamlAttributeName): Promise<void>;
  renameAttribute(name: SamlAttributeName, to: string): Promise<void>;
  /** Assertions are encrypted to this certificate (PEM), with the product's default algorithms. */
  encryptAssertions(certificatePem: string): Promise<void>;
  /** The only assertion consumer service that the identity provider knows. */
  setAcsUrl(url: string): Promise<void>;
  /** The response comes by the redirect binding, whatever was asked for. Missing where the product does as it is asked. */
  readonly useRedirectBinding?: () => Promise<void>;
  disable(): Promise<void>;
  /** The service provider is gone from the realm. */
  remove(): Promise<void>;
};

export type RealmChanges = ClientChanges & KeyChanges & UserChanges & RealmWideChanges;

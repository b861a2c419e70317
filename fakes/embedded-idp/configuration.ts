/** What the embedded identity provider is told at its start, as plain JSON: it knows nothing of the fixtures or of the system. */

export type UserConfiguration = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly department?: string;
  readonly title?: string;
  readonly groups?: readonly string[];
  /** The shared text of RFC 6238. Without it, nothing but a password is ever asked of them. */
  readonly otpSecret?: string;
};

/** The relying party that this identity provider is about. */
export type ClientConfiguration = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly postLogoutRedirectUri: string;
  readonly backChannelLogoutUri: string;
  /** Where its public keys can be fetched. */
  readonly jwksUri: string;
};
/** A relying party that signs its visitors in within the page. */
export type PublicClientConfiguration = { readonly clientId: string; readonly redirectUri: string; readonly webOrigin: string };
/** Any other one. */
export type OtherClientConfiguration = { readonly clientId: string; readonly clientSecret: string; readonly redirectUri: string };
export type ServiceProviderConfiguration = { readonly entityId: string; readonly acsUrl: string; readonly sloUrl: string };

/** Public halves of the relying party's keys. */
export type RelyingPartyKeys = { readonly jwks?: { readonly keys: readonly object[] }; readonly samlSigningCertificatePem?: string };

/** How levels of authentication are called: level 1 is a password, level 2 a one-time code after it. */
export type LevelNames = { readonly password: string; readonly twoFactors: string };

export type RealmConfiguration = {
  readonly name: string;
  readonly client: ClientConfiguration;
  readonly publicClient: PublicClientConfiguration;
  readonly otherClient: OtherClientConfiguration;
  readonly serviceProvider: ServiceProviderConfiguration;
  readonly acrValues: LevelNames;
  readonly samlContextClasses: LevelNames;
  readonly introduced: RelyingPartyKeys;
  readonly users: readonly UserConfiguration[];
};

export type EmbeddedIdpConfiguration = {
  /** `https://idp.acme.test`: what it calls itself, whatever a request says. */
  readonly publicOrigin: string;
  /** The port on 127.0.0.1 to listen on; 0, or one that is taken: any. */
  readonly port: number;
  /** Signing keys, subjects and cookie keys come from it: the same seed gives the same ones. */
  readonly seed: number;
  /** The CONNECT proxy through which its own calls leave. */
  readonly exit: { readonly host: string; readonly port: number };
  /** The authority that its own calls trust, and no other. */
  readonly authorityPem: string;
  readonly realms: readonly RealmConfiguration[];
};

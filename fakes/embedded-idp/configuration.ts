/** What the embedded identity provider is told at its start, as plain JSON: it knows nothing of the fixtures or of the system. */

export type UserConfiguration = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly givenName: string;
  readonly familyName: string;
};

export type ClientConfiguration = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly postLogoutRedirectUri: string;
  readonly backChannelLogoutUri: string;
};

export type RealmConfiguration = {
  readonly name: string;
  readonly client: ClientConfiguration;
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

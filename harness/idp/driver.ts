/** The one interface behind which every identity provider product stands; a driver operates one of them. */
import type { RealmChanges, RelyingPartyKeys, SamlRealm } from './realm-changes.ts';

export const driverNames = ['keycloak-container', 'keycloak-jvm', 'embedded'] as const;
export type DriverName = (typeof driverNames)[number];

/** `remedy` says in one line what a person does to make it usable. */
export type Usable =
  | { readonly yes: true; readonly version: string; readonly detail: string }
  | { readonly yes: false; readonly why: string; readonly remedy: string };

export type Undo = () => Promise<void>;

export type StartOptions = {
  /** What browsers and relying parties call it: `https://idp.acme.test`. The fault proxy terminates TLS there and forwards plain HTTP to `upstream`. */
  readonly publicOrigin: URL;
  /** How many realms the run's worlds need: `w1` … `wN`. */
  readonly realms: number;
  readonly seed: number;
  /** The CONNECT proxy through which the identity provider's own calls leave. */
  readonly exit: { readonly host: string; readonly port: number };
  /** PEM of the run's authority, for the identity provider's own outgoing TLS. */
  readonly authorityPemFile: string;
  /** The run's own temporary folder, removed by its lease. */
  readonly runFolder: string;
  /** The project's cache, kept between runs. */
  readonly cacheFolder: string;
  /** Another container image than the default one. */
  readonly image?: string;
  /** Its pages as they are without style sheets, fonts and scripts for looks: of what a browser does for a sign-in, those take half. */
  readonly plainPages?: boolean;
  /** Registers a child process or container so that it ends even when this process is killed. */
  readonly lease: Lease;
  progress(message: string): void;
};

/** What must not outlive the run. The keeper ends it when the run's process is gone, whatever killed it. */
export type Lease = {
  process(pid: number): void;
  container(id: string): void;
  folder(path: string): void;
};

export type IdpDriver = {
  readonly name: DriverName;
  /** Cheap: under two seconds, starts nothing. */
  usable(options?: { readonly image?: string; readonly cacheFolder?: string }): Promise<Usable>;
  start(options: StartOptions): Promise<RunningIdp>;
};

export type RunningIdp = {
  readonly driver: DriverName;
  readonly version: string;
  /** Plain HTTP on loopback: the fault proxy's upstream, and where admin calls go, past the fault proxy. */
  upstream(): { readonly host: string; readonly port: number };
  /** 1-based: `realm(1)` is `w1`. */
  realm(index: number): Promise<Realm>;
  /** True when the identity provider itself answers, asked past the fault proxy. */
  answers(): Promise<boolean>;
  stop(): Promise<void>;
  /** SIGKILL or its like. After it, `restart` brings the seeded state back. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  /** Alive but silent: connections are accepted, nothing is answered. */
  readonly hang?: () => Promise<Undo>;
  /** Moves the identity provider's clock; server-wide, so its scenarios run alone. */
  readonly clock?: { shift(bySeconds: number): Promise<Undo> };
};

/** `otpSecret`: the shared text of RFC 6238, for whoever is asked for a one-time code. */
export type RealmUser = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly subject?: string;
  readonly otpSecret?: string;
};

/** For deviations that are validly signed and wrong in exactly one thing. Never written down: it may stand in no log, record or message. */
export type RealmSigningKey = { readonly keyId: string; readonly algorithm: 'RS256'; readonly privateKeyPem: string };

/** Each operation is verified by reading back before it resolves. The changes have a file of their own. */
export type Realm = RealmChanges & {
  readonly name: string;
  readonly issuer: URL;
  readonly relyingParty: { readonly clientId: string; readonly clientSecret: string };
  readonly users: readonly RealmUser[];
  readonly saml: SamlRealm;
  /** Belongs to the seeded state from then on: it outlives `revert` and a restart. A world does it when it starts. */
  introduceRelyingParty(keys: RelyingPartyKeys): Promise<void>;
  /** Asks the token endpoint past the fault proxy, by a grant that fails differently for a bad secret and a bad code. */
  clientSecretIsAccepted(secret: string): Promise<boolean>;
  /** The private key that signs tokens right now, seeded or rotated to. */
  signingKey(): Promise<RealmSigningKey>;
  clientExists(): Promise<boolean>;
  userIsEnabled(name: string): Promise<boolean>;
  /** Ends the user's sessions at the identity provider, which then calls the relying party's back channel. */
  endSessions(name: string): Promise<void>;
  /** The realm as seeded: people, clients, keys, claims, settings, and no session. */
  revert(): Promise<void>;
};

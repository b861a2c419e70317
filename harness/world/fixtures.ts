/** The people, hosts, networks and limits that every world is made of. Personal data are unique marker values, so that one of them outside its place is found by search. */

export const hosts = {
  idp: 'idp.acme.test',
  login: 'login.acme.isolated.test',
  admin: 'admin.acme.isolated.test',
  tracker: 'tracker.acme.isolated.test',
  desk: 'desk.provider.test',
} as const;
export type HostName = keyof typeof hosts;

/** A network is an exit: its name, and the source address that every server sees. */
export const networks = {
  hq: '127.16.0.5',
  home: '127.44.7.9',
  attacker: '127.66.6.6',
  desk: '127.30.0.4',
  /** The identity provider's own way out. */
  idp: '127.50.0.2',
  /** The isolated cloud's own way out (discovery, token endpoint). */
  egress: '127.20.0.3',
  /** The independent observers of the harness. */
  probe: '127.80.0.8',
} as const;
export type NetworkName = keyof typeof networks;

export type PersonName = 'uma' | 'nils' | 'ada';

/** Users of the identity provider. `ada` is an org admin, by the directory and never by a claim. */
export const people = {
  uma: { email: 'uma.okonkwo-qx41@acme.test', givenName: 'Uma-qx41', familyName: 'Okonkwo-qx41', password: 'marsh-lantern-qx41' },
  nils: { email: 'nils.brandvold-zr83@acme.test', givenName: 'Nils-zr83', familyName: 'Brandvold-zr83', password: 'cedar-anvil-zr83' },
  ada: { email: 'ada.ferreira-kt27@acme.test', givenName: 'Ada-kt27', familyName: 'Ferreira-kt27', password: 'copper-thistle-kt27' },
} as const satisfies Record<PersonName, { email: string; givenName: string; familyName: string; password: string }>;

/** The relying party that each realm knows us by. The secret is the seeded one; `rotateClientSecret` replaces it. */
export const relyingParty = {
  clientId: 'isolated-cloud-acme',
  clientSecret: 'seeded-secret-4f1c9a7e2b',
  redirectUri: `https://${hosts.login}/callback`,
  postLogoutRedirectUri: `https://${hosts.login}/signed-out`,
  backChannelLogoutUri: `https://${hosts.login}/backchannel-logout`,
} as const;

export const realmName = (index: number): string => `w${index}`;
export const publicIdpOrigin = `https://${hosts.idp}`;
export const issuerOf = (index: number): string => `${publicIdpOrigin}/realms/${realmName(index)}`;

export type BreakGlassAccountName = 'harbour-one' | 'harbour-two';
/** Sealed accounts made at provisioning. Registration happens through the desk's one-time link. */
export const breakGlassAccounts = {
  'harbour-one': { email: 'custody-one-vm62@acme-recovery.test', password: 'granite Orchard 58 violet-vm62' },
  'harbour-two': { email: 'custody-two-bd15@acme-recovery.test', password: 'quartz Meadow 31 saffron-bd15' },
} as const satisfies Record<BreakGlassAccountName, { email: string; password: string }>;

/** Break-glass sign-in is listed from `hq` only. */
export const breakGlassRanges = ['127.16.0.0/24'] as const;
/** Where identity provider settings may point: exact host, with an optional path prefix. */
export const idpDomainAllowlist = [hosts.idp] as const;

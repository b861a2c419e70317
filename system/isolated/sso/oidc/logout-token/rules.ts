/** Judges a logout token: what anybody may post to us, and only the identity provider may have made (I-08). OIDC Back-Channel Logout 1.0 §2.6. Threats: an ID token taken for one, one that is used again, one of somebody else's making. */
import type { CodeOf, RuleTable } from '../../../../kernel/rule.ts';
import type { AudienceFacts, HeaderFacts, KeyFacts, Named, TimeFacts, TokenForm } from '../id-token/facts.ts';

/** OIDC Back-Channel Logout 1.0 §2.4 wants them short, two minutes at most. Older ones are refused; younger ones are remembered, so that none works twice. */
const maxLogoutTokenAgeSeconds = 120;
/** As for ID tokens. */
const toleranceSeconds = 30;
/** From the earliest instant at which one is accepted to the last. */
export const rememberedSeconds = maxLogoutTokenAgeSeconds + 2 * toleranceSeconds;

export type LogoutTokenFacts = {
  readonly form: TokenForm;
  readonly namesRepeated: boolean;
  /** `type` is `ours` for `logout+jwt`; `none` for no `typ` at all. */
  readonly header: HeaderFacts;
  readonly key: KeyFacts;
  readonly signatureRight: boolean;
  readonly issuer: Named;
  readonly audience: AudienceFacts;
  readonly times: TimeFacts;
  /** `events` has the member of a back-channel logout, and that is an object. */
  readonly logoutEvent: boolean;
  readonly nonceGiven: boolean;
  /** `sub` or `sid` is there as text, and neither as anything else. */
  readonly whoGiven: boolean;
  readonly idGiven: boolean;
  /** A token with this `jti` of this issuer was accepted before. */
  readonly usedBefore: boolean;
  readonly nowSeconds: number;
};

export const logoutTokenRules = [
  { code: 'sso.logout-token.malformed', cites: ['RFC 7519 §7.2'], holds: (f) => f.form !== 'unreadable' },
  { code: 'sso.logout-token.encrypted', cites: ['OIDC Back-Channel Logout 1.0 §2.6'], holds: (f) => f.form !== 'encrypted' },
  { code: 'sso.logout-token.claims-duplicated', cites: ['RFC 7519 §4'], holds: (f) => !f.namesRepeated },
  // `JWT` or nothing is what providers older than the final specification send; the rule about `events` keeps ID tokens out.
  { code: 'sso.logout-token.type-other', cites: ['OIDC Back-Channel Logout 1.0 §2.4'], holds: (f) => f.header.type !== 'other' },
  { code: 'sso.logout-token.header-critical', cites: ['RFC 7515 §4.1.11'], holds: (f) => !f.header.critical },
  { code: 'sso.logout-token.key-in-header', cites: ['RFC 8725 §3.10'], holds: (f) => !f.header.keyInside },
  { code: 'sso.logout-token.algorithm-other', cites: ['RFC 8725 §3.1'], holds: (f) => f.header.algorithm === 'ours' },
  { code: 'sso.logout-token.key-struck-out', cites: ['C-04'], holds: (f) => !f.key.struckOut },
  { code: 'sso.logout-token.key-unknown', cites: ['RFC 7515 §4.1.4'], holds: (f) => f.key.found !== 'none' },
  { code: 'sso.logout-token.key-ambiguous', cites: ['RFC 7517 §4.5'], holds: (f) => f.key.found !== 'several' },
  { code: 'sso.logout-token.key-unsuitable', cites: ['RFC 7517 §4.2'], holds: (f) => f.key.suitable },
  { code: 'sso.logout-token.key-too-weak', cites: ['RFC 7518 §3.3'], holds: (f) => f.key.strong },
  { code: 'sso.logout-token.signature-wrong', cites: ['OIDC Back-Channel Logout 1.0 §2.6'], holds: (f) => f.signatureRight },
  { code: 'sso.logout-token.issuer-other', cites: ['OIDC Back-Channel Logout 1.0 §2.6'], holds: (f) => f.issuer === 'ours' },
  {
    code: 'sso.logout-token.audience-other',
    cites: ['OIDC Back-Channel Logout 1.0 §2.6'],
    holds: (f) => f.audience.ours && !f.audience.others,
  },
  { code: 'sso.logout-token.time-malformed', cites: ['RFC 7519 §2'], holds: (f) => f.times.wellFormed },
  {
    code: 'sso.logout-token.issued-at-missing',
    cites: ['OIDC Back-Channel Logout 1.0 §2.4'],
    holds: (f) => f.times.issuedAt !== undefined,
  },
  {
    code: 'sso.logout-token.issued-in-future',
    cites: ['OIDC Back-Channel Logout 1.0 §2.6'],
    holds: (f) => f.times.issuedAt === undefined || f.times.issuedAt <= f.nowSeconds + toleranceSeconds,
    reads: { toleranceSeconds },
  },
  {
    code: 'sso.logout-token.too-old',
    cites: ['OIDC Back-Channel Logout 1.0 §2.4'],
    holds: (f) => f.times.issuedAt === undefined || f.nowSeconds < f.times.issuedAt + maxLogoutTokenAgeSeconds + toleranceSeconds,
    reads: { maxLogoutTokenAgeSeconds, toleranceSeconds },
  },
  {
    code: 'sso.logout-token.expired',
    cites: ['OIDC Back-Channel Logout 1.0 §2.6'],
    holds: (f) => f.times.expiresAt === undefined || f.nowSeconds < f.times.expiresAt + toleranceSeconds,
    reads: { toleranceSeconds },
  },
  { code: 'sso.logout-token.event-missing', cites: ['OIDC Back-Channel Logout 1.0 §2.6'], holds: (f) => f.logoutEvent },
  { code: 'sso.logout-token.nonce-given', cites: ['OIDC Back-Channel Logout 1.0 §2.6'], holds: (f) => !f.nonceGiven },
  { code: 'sso.logout-token.nobody-named', cites: ['OIDC Back-Channel Logout 1.0 §2.6'], holds: (f) => f.whoGiven },
  { code: 'sso.logout-token.id-missing', cites: ['OIDC Back-Channel Logout 1.0 §2.4'], holds: (f) => f.idGiven },
  { code: 'sso.logout-token.replayed', cites: ['OIDC Back-Channel Logout 1.0 §2.6'], holds: (f) => !f.usedBefore },
] as const satisfies RuleTable<LogoutTokenFacts>;
export type LogoutTokenRefusal = CodeOf<typeof logoutTokenRules>;

/**
 * Judges an ID token: its form, its key and signature, then what it says, in this order (I-06, I-07, C-04, S11). OIDC Core 1.0 §2 and §3.1.3.7, RFC 7519, RFC 8725.
 * Threats: a token of somebody else's making, for somebody else, of another time or another sign-in, and a parser that reads it in another way than the one that judged it.
 */
import type { CodeOf, RuleTable } from '../../../../kernel/rule.ts';
import type { IdTokenFacts } from './facts.ts';

/** How far the identity provider's clock may be from ours, either way. */
export const toleranceSeconds = 30;
/** The code was exchanged just now: an older token is of another exchange. */
export const maxAgeSeconds = 300;
/** From issue to end; no source gives a number, so this one is ours. */
const maxLifetimeSeconds = 86_400;
/** OIDC Core 1.0 §2: "MUST NOT exceed 255 ASCII characters". */
const maxSubjectBytes = 255;

export const idTokenRules = [
  { code: 'sso.id-token.malformed', cites: ['I-07', 'RFC 7519 §7.2'], holds: (f) => f.form !== 'unreadable' },
  { code: 'sso.id-token.encrypted', cites: ['I-07', 'OIDC Core 1.0 §3.1.3.7 (1)'], holds: (f) => f.form !== 'encrypted' },
  { code: 'sso.id-token.claims-duplicated', cites: ['I-07', 'RFC 7519 §4'], holds: (f) => !f.namesRepeated },
  { code: 'sso.id-token.type-other', cites: ['I-07', 'RFC 8725 §3.11'], holds: (f) => f.header.type !== 'other' },
  { code: 'sso.id-token.header-critical', cites: ['I-07', 'RFC 7515 §4.1.11'], holds: (f) => !f.header.critical },
  { code: 'sso.id-token.key-in-header', cites: ['I-07', 'RFC 8725 §3.10'], holds: (f) => !f.header.keyInside },
  { code: 'sso.id-token.algorithm-other', cites: ['I-07', 'RFC 8725 §3.1'], holds: (f) => f.header.algorithm === 'ours' },
  { code: 'sso.id-token.key-struck-out', cites: ['C-04', 'I-07'], holds: (f) => !f.key.struckOut },
  { code: 'sso.id-token.key-unknown', cites: ['I-07', 'RFC 7515 §4.1.4'], holds: (f) => f.key.found !== 'none' },
  { code: 'sso.id-token.key-ambiguous', cites: ['I-07', 'RFC 7517 §4.5'], holds: (f) => f.key.found !== 'several' },
  { code: 'sso.id-token.key-unsuitable', cites: ['I-07', 'RFC 7517 §4.2'], holds: (f) => f.key.suitable },
  { code: 'sso.id-token.key-too-weak', cites: ['I-07', 'RFC 7518 §3.3'], holds: (f) => f.key.strong },
  { code: 'sso.id-token.signature-wrong', cites: ['I-07', 'RFC 7515 §5.2'], holds: (f) => f.signatureRight },
  { code: 'sso.id-token.logout-token', cites: ['I-07', 'OIDC Back-Channel Logout 1.0 §2.4'], holds: (f) => !f.logoutEvent },
  { code: 'sso.id-token.issuer-missing', cites: ['I-07', 'OIDC Core 1.0 §2'], holds: (f) => f.issuer !== 'none' },
  { code: 'sso.id-token.issuer-other', cites: ['I-07', 'OIDC Core 1.0 §3.1.3.7 (2)'], holds: (f) => f.issuer !== 'other' },
  { code: 'sso.id-token.audience-missing', cites: ['I-07', 'OIDC Core 1.0 §2'], holds: (f) => f.audience.given },
  { code: 'sso.id-token.audience-other', cites: ['I-07', 'OIDC Core 1.0 §3.1.3.7 (3)'], holds: (f) => f.audience.ours },
  {
    code: 'sso.id-token.azp-missing',
    cites: ['S11', 'OIDC Core 1.0 §3.1.3.7 (4)'],
    holds: (f) => !f.audience.others || f.authorizedParty !== 'none',
  },
  { code: 'sso.id-token.azp-other', cites: ['S11', 'OIDC Core 1.0 §3.1.3.7 (5)'], holds: (f) => f.authorizedParty !== 'other' },
  // We trust no other audience: OIDC Core 1.0 §3.1.3.7 (3) has a token with one that is not trusted refused.
  { code: 'sso.id-token.audience-many', cites: ['I-07', 'RFC 8725 §3.9'], holds: (f) => !f.audience.others },
  { code: 'sso.id-token.subject-missing', cites: ['I-07', 'OIDC Core 1.0 §2'], holds: (f) => f.subject.given },
  {
    code: 'sso.id-token.subject-too-long',
    cites: ['I-07', 'OIDC Core 1.0 §8'],
    holds: (f) => f.subject.bytes <= maxSubjectBytes,
    reads: { maxSubjectBytes },
  },
  { code: 'sso.id-token.time-malformed', cites: ['I-07', 'RFC 7519 §2'], holds: (f) => f.times.wellFormed },
  { code: 'sso.id-token.expiry-missing', cites: ['I-07', 'OIDC Core 1.0 §2'], holds: (f) => f.times.expiresAt !== undefined },
  {
    code: 'sso.id-token.expired',
    cites: ['I-07', 'OIDC Core 1.0 §3.1.3.7 (9)'],
    holds: (f) => f.times.expiresAt === undefined || f.nowSeconds < f.times.expiresAt + toleranceSeconds,
    reads: { toleranceSeconds },
  },
  { code: 'sso.id-token.issued-at-missing', cites: ['I-07', 'OIDC Core 1.0 §2'], holds: (f) => f.times.issuedAt !== undefined },
  {
    code: 'sso.id-token.issued-in-future',
    cites: ['I-07', 'RFC 7519 §4.1.6'],
    holds: (f) => f.times.issuedAt === undefined || f.times.issuedAt <= f.nowSeconds + toleranceSeconds,
    reads: { toleranceSeconds },
  },
  {
    code: 'sso.id-token.too-old',
    cites: ['I-07', 'OIDC Core 1.0 §3.1.3.7 (10)'],
    holds: (f) => f.times.issuedAt === undefined || f.nowSeconds < f.times.issuedAt + maxAgeSeconds,
    reads: { maxAgeSeconds },
  },
  {
    code: 'sso.id-token.lifetime-too-long',
    cites: ['I-07'],
    holds: (f) =>
      f.times.expiresAt === undefined || f.times.issuedAt === undefined || f.times.expiresAt - f.times.issuedAt <= maxLifetimeSeconds,
    reads: { maxLifetimeSeconds },
  },
  {
    code: 'sso.id-token.not-yet-valid',
    cites: ['I-07', 'RFC 7519 §4.1.5'],
    holds: (f) => f.times.notBefore === undefined || f.times.notBefore <= f.nowSeconds + toleranceSeconds,
    reads: { toleranceSeconds },
  },
  { code: 'sso.id-token.nonce-missing', cites: ['I-07', 'OIDC Core 1.0 §2'], holds: (f) => f.nonce !== 'none' },
  { code: 'sso.id-token.nonce-other', cites: ['I-07', 'OIDC Core 1.0 §3.1.3.7 (11)'], holds: (f) => f.nonce !== 'other' },
  { code: 'sso.id-token.access-token-other', cites: ['S11', 'OIDC Core 1.0 §3.1.3.8'], holds: (f) => f.accessTokenHash !== 'other' },
  { code: 'sso.id-token.acr-missing', cites: ['I-06', 'OIDC Core 1.0 §5.5.1.1'], holds: (f) => f.acr !== 'none' },
  { code: 'sso.id-token.acr-other', cites: ['I-06', 'OIDC Core 1.0 §3.1.3.7 (12)'], holds: (f) => f.acr !== 'other' },
  { code: 'sso.id-token.library-refused', cites: ['I-07', 'S9'], holds: (f) => f.library === 'accepted' },
] as const satisfies RuleTable<IdTokenFacts>;
export type IdTokenRefusal = CodeOf<typeof idTokenRules>;

/** What a logout message of the identity provider must be: nobody else ends a session, and no answer comes to a question that was not asked. SAML Core 2.0 §3.7, SAML Profiles 2.0 §4.4. Threats: a forged or repeated sign-out, a message for somebody else (I-07, I-08, S8). */
import type { CodeOf, RuleTable } from '../../../../kernel/rule.ts';
import { maxMessageBytes } from '../saml-response/rules/message.ts';
import { algorithms } from '../saml-response/rules/signature.ts';
import { isInForce, skewMs } from '../saml-response/rules/times.ts';
import type { LogoutFacts } from './facts.ts';

/** From the identity provider's writing it to our reading it. */
const maxAgeMs = 300_000;
export const leavingLifetimeMs = 600_000;
const isAnswer = (f: LogoutFacts): boolean => f.kind === 'response';

export const logoutRules = [
  { code: 'sso.saml-logout.too-large', cites: ['I-07'], holds: (f) => f.bytes <= maxMessageBytes, reads: { maxMessageBytes } },
  { code: 'sso.saml-logout.malformed', cites: ['I-07', 'SAML Core 2.0 §1.3'], holds: (f) => f.plain },
  { code: 'sso.saml-logout.root-other', cites: ['SAML Core 2.0 §3.7'], holds: (f) => f.kind !== 'other' },
  { code: 'sso.saml-logout.version-other', cites: ['SAML Core 2.0 §3.2.1'], holds: (f) => f.version === '2.0' },
  { code: 'sso.saml-logout.issuer-other', cites: ['I-07', 'SAML Profiles 2.0 §4.4.4.1'], holds: (f) => f.issuer === f.idpEntityId },
  { code: 'sso.saml-logout.destination-other', cites: ['I-07', 'SAML Core 2.0 §3.2.1'], holds: (f) => f.destination === f.sloUrl },
  { code: 'sso.saml-logout.not-signed', cites: ['I-07', 'SAML Profiles 2.0 §4.4.4.1'], holds: (f) => f.signed },
  { code: 'sso.saml-logout.signature-malformed', cites: ['I-07', 'SAML Core 2.0 §5.4'], holds: (f) => f.signatureSound },
  {
    code: 'sso.saml-logout.algorithm-other',
    cites: ['I-07', 'NIST SP 800-131A Rev. 2 §9'],
    holds: (f) => algorithms.includes(f.algorithm),
    reads: { algorithms },
  },
  { code: 'sso.saml-logout.signature-wrong', cites: ['I-07', 'XML Signature §3.2'], holds: (f) => f.verifiedBy !== undefined },
  {
    code: 'sso.saml-logout.key-expired',
    cites: ['C-03', 'RFC 5280 §4.1.2.5'],
    holds: (f) => isInForce(f.verifiedBy, f.nowMs),
    reads: { isInForce, skewMs },
  },
  { code: 'sso.saml-logout.replayed', cites: ['I-07', 'SAML Core 2.0 §1.3.4'], holds: (f) => !f.seenBefore },
  {
    code: 'sso.saml-logout.issued-in-future',
    cites: ['I-07', 'SAML Core 2.0 §3.2.1'],
    holds: (f) => typeof f.issuedAt === 'number' && f.issuedAt <= f.nowMs + skewMs,
    reads: { skewMs },
  },
  {
    code: 'sso.saml-logout.too-old',
    cites: ['I-07', 'SAML Core 2.0 §3.2.1'],
    holds: (f) => typeof f.issuedAt === 'number' && f.nowMs - f.issuedAt <= maxAgeMs + skewMs,
    reads: { maxAgeMs, skewMs },
  },
  {
    code: 'sso.saml-logout.expired',
    cites: ['I-07', 'SAML Core 2.0 §3.7.1'],
    holds: (f) => f.notOnOrAfter === 'missing' || (typeof f.notOnOrAfter === 'number' && f.nowMs - skewMs < f.notOnOrAfter),
    reads: { skewMs },
  },
  {
    code: 'sso.saml-logout.name-id-missing',
    cites: ['I-08', 'SAML Core 2.0 §3.7.1'],
    holds: (f) => isAnswer(f) || f.namesSomebody,
    reads: { isAnswer },
  },
  {
    code: 'sso.saml-logout.in-response-to-other',
    cites: ['I-05', 'SAML Core 2.0 §3.2.2'],
    holds: (f) => !isAnswer(f) || f.leaving.known,
    reads: { isAnswer },
  },
  {
    code: 'sso.saml-logout.too-late',
    cites: ['I-05'],
    holds: (f) => !isAnswer(f) || f.nowMs - f.leaving.startedAtMs < leavingLifetimeMs,
    reads: { isAnswer, leavingLifetimeMs },
  },
  {
    code: 'sso.saml-logout.of-another-browser',
    cites: ['I-05', 'S8'],
    holds: (f) => !isAnswer(f) || f.leaving.browserMatches,
    reads: { isAnswer },
  },
] as const satisfies RuleTable<LogoutFacts>;
export type LogoutRefusal = CodeOf<typeof logoutRules>;

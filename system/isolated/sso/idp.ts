/** Says why a sign-in cannot begin, before a person is sent away: what the identity provider's discovery looked like from here (A-12, C-02). */
import type { OutboundFailureKind } from '../../kernel/ports.ts';
import { demand, Refusal } from '../../kernel/refusal.ts';
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';

/** What the last look at the discovery document found. */
export type Discovered =
  | 'good'
  | 'not-configured'
  | 'bad-status'
  | 'malformed'
  | 'issuer-other'
  | 'metadata-expired'
  | 'endpoint-not-allowed'
  | OutboundFailureKind;

/** Not reachable from here, though it may be for people. What answered as somebody else, or points elsewhere, is not "away". */
const notAway: ReadonlySet<unknown> = new Set<Discovered>([
  'good',
  'not-configured',
  'issuer-other',
  'metadata-expired',
  'endpoint-not-allowed',
]);
export const isAway = (discovered: unknown): boolean => !notAway.has(discovered);

export type AvailabilityFacts = { readonly discovered: Discovered };

export const availabilityRules = [
  { code: 'sso.idp.not-configured', cites: ['A-12', 'S12'], holds: (f) => f.discovered !== 'not-configured' },
  { code: 'sso.idp.name-not-found', cites: ['A-12', 'C-02'], holds: (f) => f.discovered !== 'name-not-found' },
  { code: 'sso.idp.connection-refused', cites: ['A-12', 'C-02'], holds: (f) => f.discovered !== 'connection-refused' },
  { code: 'sso.idp.no-answer', cites: ['A-12', 'C-02'], holds: (f) => f.discovered !== 'no-answer' },
  {
    code: 'sso.idp.certificate-not-trusted',
    cites: ['A-12', 'C-02', 'RFC 5280 §6'],
    holds: (f) => f.discovered !== 'certificate-not-trusted',
  },
  {
    code: 'sso.idp.certificate-expired',
    cites: ['A-12', 'C-02', 'RFC 5280 §4.1.2.5'],
    holds: (f) => f.discovered !== 'certificate-expired',
  },
  {
    code: 'sso.idp.certificate-name-mismatch',
    cites: ['A-12', 'C-02', 'RFC 9525 §6'],
    holds: (f) => f.discovered !== 'certificate-name-mismatch',
  },
  {
    code: 'sso.idp.unavailable',
    cites: ['A-12', 'C-02'],
    holds: (f) => f.discovered !== 'bad-status' && f.discovered !== 'connection-broken',
  },
  {
    code: 'sso.idp.metadata-malformed',
    cites: ['C-03', 'OIDC Discovery 1.0 §4.3'],
    holds: (f) => f.discovered !== 'malformed' && f.discovered !== 'answer-too-large',
  },
  { code: 'sso.idp.issuer-other', cites: ['C-03', 'OIDC Discovery 1.0 §4.3'], holds: (f) => f.discovered !== 'issuer-other' },
  { code: 'sso.idp.metadata-expired', cites: ['C-03', 'SAML Metadata 2.0 §2.3.2'], holds: (f) => f.discovered !== 'metadata-expired' },
  { code: 'sso.idp.endpoint-not-allowed', cites: ['B-09', 'S18'], holds: (f) => f.discovered !== 'endpoint-not-allowed' },
] as const satisfies RuleTable<AvailabilityFacts>;
export type AvailabilityRefusal = CodeOf<typeof availabilityRules>;

/** Throws the `Refusal` that says why nobody can be sent there. */
export function refuseAway(table: RuleTable<AvailabilityFacts>, discovered: Discovered): never {
  demand(table, { discovered }, { discovered });
  throw new Refusal('sso.idp.unexpected', { cites: ['A-12'] });
}

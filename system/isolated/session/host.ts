/** Judges the session that a product's host presents: known, of this host, child of a living single sign-on session (S7). Threats: a session moved to another host, a cookie tossed by a sibling host, one that outlives its parent or its limits (K-04). */
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';
import type { EndReason } from '../../kernel/sessions.ts';

export type HostSessionFacts = {
  readonly presented: boolean;
  /** It has the form of an id of ours: nothing else is even looked up. */
  readonly wellFormed: boolean;
  readonly known: boolean;
  readonly hostMatches: boolean;
  /** Its parent knows it as its session on this host, not a newer one. */
  readonly latestOfItsHost: boolean;
  readonly parentKnown: boolean;
  /** Why its parent ended before its time; undefined while it did not. */
  readonly ended: EndReason | undefined;
  /** Began when the present trust in the identity provider did, or later. */
  readonly trusted: boolean;
  /** Since the ids of this sign-on were given. */
  readonly privilegesUnchanged: boolean;
  /** Age since the single sign-on, and since the last request, in seconds. */
  readonly ageSeconds: number;
  readonly idleSeconds: number;
  /** Until the end that the identity provider set; infinite when it set none. */
  readonly leftByIdpSeconds: number;
  readonly absoluteSeconds: number;
  readonly idleLimitSeconds: number;
};

/** Clocks are corrected by small steps all the time; a larger step back would make old sessions young again, and is refused. */
const clockToleranceSeconds = 2;

export const hostSessionRules = [
  { code: 'session.host.missing', cites: ['M-05'], holds: (f) => f.presented },
  { code: 'session.host.malformed', cites: ['I-08', 'S3'], holds: (f) => f.wellFormed },
  { code: 'session.host.unknown', cites: ['I-08'], holds: (f) => f.known },
  { code: 'session.host.of-another-host', cites: ['S7'], holds: (f) => f.hostMatches },
  { code: 'session.host.parent-ended', cites: ['S7'], holds: (f) => f.parentKnown },
  { code: 'session.host.signed-out', cites: ['I-08'], holds: (f) => f.ended !== 'signed-out' },
  { code: 'session.host.revoked', cites: ['M-10', 'NIST SP 800-53 AC-12'], holds: (f) => f.ended !== 'revoked' },
  { code: 'session.host.deactivated', cites: ['I-08', 'NIST SP 800-53 AC-2'], holds: (f) => f.ended !== 'deactivated' },
  { code: 'session.host.displaced', cites: ['I-08', 'NIST SP 800-53 AC-10'], holds: (f) => f.ended !== 'displaced' },
  { code: 'session.host.replaced', cites: ['I-08'], holds: (f) => f.ended !== 'replaced' },
  { code: 'session.host.ended-by-idp', cites: ['C-04', 'OIDC Back-Channel Logout 1.0 §2.6'], holds: (f) => f.ended !== 'ended-by-idp' },
  { code: 'session.host.trust-rotated', cites: ['C-04', 'S10'], holds: (f) => f.trusted },
  { code: 'session.host.privileges-changed', cites: ['I-08'], holds: (f) => f.privilegesUnchanged },
  { code: 'session.host.not-latest', cites: ['I-08', 'S7'], holds: (f) => f.latestOfItsHost },
  {
    code: 'session.host.clock-went-back',
    cites: ['K-04'],
    holds: (f) => f.idleSeconds > -clockToleranceSeconds,
    reads: { clockToleranceSeconds },
  },
  { code: 'session.host.expired', cites: ['K-04', 'NIST SP 800-53 AC-12'], holds: (f) => f.ageSeconds < f.absoluteSeconds },
  { code: 'session.host.idle', cites: ['K-04', 'NIST SP 800-53 AC-12'], holds: (f) => f.idleSeconds < f.idleLimitSeconds },
  { code: 'session.host.idp-session-over', cites: ['K-04', 'SAML Core 2.0 §2.7.2'], holds: (f) => f.leftByIdpSeconds > 0 },
] as const satisfies RuleTable<HostSessionFacts>;
export type HostSessionRefusal = CodeOf<typeof hostSessionRules>;

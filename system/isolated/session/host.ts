/** Judges the session that a product's host presents: known, of this host, child of a living single sign-on session (S7). Threats: a session moved to another host, one that outlives its parent or its limits (K-04). */
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';

export type HostSessionFacts = {
  readonly presented: boolean;
  readonly known: boolean;
  readonly hostMatches: boolean;
  readonly parentLives: boolean;
  /** Age since the single sign-on, and since the last request, in seconds. */
  readonly ageSeconds: number;
  readonly idleSeconds: number;
  readonly limits: SessionLimits;
};

export type SessionLimits = { readonly absoluteSeconds: number; readonly idleSeconds: number };

export const hostSessionRules = [
  { code: 'session.host.missing', cites: ['M-05'], holds: (f) => f.presented },
  { code: 'session.host.unknown', cites: ['I-08'], holds: (f) => f.known },
  { code: 'session.host.of-another-host', cites: ['S7'], holds: (f) => f.hostMatches },
  { code: 'session.host.parent-ended', cites: ['S7'], holds: (f) => f.parentLives },
  { code: 'session.host.expired', cites: ['K-04', 'NIST SP 800-53 AC-12'], holds: (f) => f.ageSeconds < f.limits.absoluteSeconds },
  { code: 'session.host.idle', cites: ['K-04', 'NIST SP 800-53 AC-12'], holds: (f) => f.idleSeconds < f.limits.idleSeconds },
] as const satisfies RuleTable<HostSessionFacts>;
export type HostSessionRefusal = CodeOf<typeof hostSessionRules>;

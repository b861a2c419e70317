/** Judges one use of a break-glass session: until when, from where, and for what (B-05, B-06, G-03). Threats: a session that outlives its purpose, a cookie carried to a product or to another place, a clock set back. */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

export type SessionFacts = {
  readonly known: boolean;
  readonly audience: string;
  readonly superseded: boolean;
  readonly ageMs: number;
  readonly absoluteLimitMs: number;
  readonly idleMs: number;
  readonly idleLimitMs: number;
  readonly peerAddressListed: boolean;
};

/** The one product that a break-glass session opens (B-05). */
export const adminHubAudience = 'admin-hub';
/** Clocks are corrected by small steps all the time; a larger step back is refused. */
const clockToleranceMs = 2_000;

export const sessionRules = [
  { code: 'break-glass.session.unknown', cites: ['G-03'], holds: (f) => f.known },
  {
    code: 'break-glass.session.outside-admin-hub',
    cites: ['B-05', 'B-06'],
    holds: (f) => f.audience === adminHubAudience,
    reads: { adminHubAudience },
  },
  { code: 'break-glass.session.superseded', cites: ['G-03', 'S16'], holds: (f) => !f.superseded },
  { code: 'break-glass.session.clock-went-back', cites: ['G-03'], holds: (f) => f.idleMs > -clockToleranceMs, reads: { clockToleranceMs } },
  { code: 'break-glass.session.expired', cites: ['G-03'], holds: (f) => f.ageMs < f.absoluteLimitMs },
  { code: 'break-glass.session.idle', cites: ['G-03'], holds: (f) => f.idleMs < f.idleLimitMs },
  { code: 'break-glass.session.address-changed', cites: ['B-07'], holds: (f) => f.peerAddressListed },
] as const satisfies RuleTable<SessionFacts>;
export type SessionRefusal = CodeOf<typeof sessionRules>;

/** Judges whether another connection may be held: in all, and of one peer, so that one cannot use up what is for everybody (I-03). Threat: connections that are opened and kept. CWE-770. */
import type { CodeOf, RuleTable } from '../kernel/rule.ts';

/** How many there are with this one. */
export type ConnectionFacts = { readonly inAll: number; readonly ofPeer: number; readonly limits: ConnectionLimits };
export type ConnectionLimits = { readonly connections: number; readonly connectionsOfPeer: number };

export const connectionRules = [
  { code: 'edge.connection.too-many', cites: ['I-03', 'NIST SP 800-53 SC-5'], holds: (f) => f.inAll <= f.limits.connections },
  {
    code: 'edge.connection.too-many-of-one-peer',
    cites: ['I-03', 'NIST SP 800-53 SC-5'],
    holds: (f) => f.ofPeer <= f.limits.connectionsOfPeer,
  },
] as const satisfies RuleTable<ConnectionFacts>;
export type ConnectionRefusal = CodeOf<typeof connectionRules>;

/** Judges whoever connects to a listener inside: a certificate of the workload authority, and the one role that the listener names (S2). Threat: a server certificate, or another part's, used to reach a service past the ingress. */
import type { CodeOf, RuleTable } from '../rule.ts';
import type { Role } from '../workload.ts';

export type WorkloadFacts = {
  /** The handshake proved a certificate of our authority. */
  readonly proven: boolean;
  /** The one role in it; undefined for none, several, or anything else. */
  readonly role: Role | undefined;
  readonly accepts: Role;
};

export const workloadRules = [
  { code: 'workload.connection.no-certificate-of-ours', cites: ['S2', 'RFC 8446 §4.4.2'], holds: (f) => f.proven },
  { code: 'workload.connection.another-role', cites: ['S2'], holds: (f) => !f.proven || f.role === f.accepts },
] as const satisfies RuleTable<WorkloadFacts>;
export type WorkloadRefusal = CodeOf<typeof workloadRules>;

/** Judges whether a request may enter at the edge: one host, said the same way twice. The edge decides nothing about identity (I-03). Threat: a request for one cloud over a connection to another (S3). RFC 9110 §7.4. */
import type { CodeOf, RuleTable } from '../kernel/rule.ts';

export type EdgeFacts = {
  /** The `Host` header; undefined when it is missing or comes more than once. */
  readonly host: string | undefined;
  readonly serverName: string | undefined;
  readonly hosts: ReadonlySet<string>;
};

export const edgeRules = [
  { code: 'edge.request.host-missing', cites: ['S3', 'RFC 9112 §3.2'], holds: (f) => f.host !== undefined && f.host !== '' },
  { code: 'edge.request.host-is-not-the-certificates', cites: ['S3', 'RFC 9110 §7.4'], holds: (f) => f.host === f.serverName },
  { code: 'edge.request.host-unknown', cites: ['M-05'], holds: (f) => f.host !== undefined && f.hosts.has(f.host) },
] as const satisfies RuleTable<EdgeFacts>;
export type EdgeRefusal = CodeOf<typeof edgeRules>;

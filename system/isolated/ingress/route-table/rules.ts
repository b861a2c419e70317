/** Judges a whole route table before it may route anything: whole or not at all, and every problem at once (C-07). Threats: a row that nobody meant to open, to another site or to another's cookies, a table that takes the way back in away, two rows of which nobody can say which one counts. */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

/** Each a list of what is wrong, in words that name the row. */
export type RouteTableFacts = {
  readonly malformed: readonly string[];
  readonly foreignHosts: readonly string[];
  readonly unreachable: readonly string[];
  readonly duplicates: readonly string[];
  readonly ambiguous: readonly string[];
  readonly anonymousByAccident: readonly string[];
  readonly impossibleStreams: readonly string[];
  readonly crossSiteByAccident: readonly string[];
  readonly cookiesByAccident: readonly string[];
  readonly missingDoors: readonly string[];
};

export const routeTableRules = [
  { code: 'ingress.route-table.malformed', cites: ['C-07'], holds: (f) => f.malformed.length === 0 },
  { code: 'ingress.route-table.host-unknown', cites: ['C-07', 'S3'], holds: (f) => f.foreignHosts.length === 0 },
  { code: 'ingress.route-table.unreachable', cites: ['C-07', 'I-10'], holds: (f) => f.unreachable.length === 0 },
  { code: 'ingress.route-table.duplicate', cites: ['C-07'], holds: (f) => f.duplicates.length === 0 },
  { code: 'ingress.route-table.ambiguous', cites: ['C-07', 'I-10'], holds: (f) => f.ambiguous.length === 0 },
  { code: 'ingress.route-table.anonymous-by-accident', cites: ['M-05', 'M-06'], holds: (f) => f.anonymousByAccident.length === 0 },
  { code: 'ingress.route-table.stream-not-possible', cites: ['S7', 'RFC 6455 §4.1'], holds: (f) => f.impossibleStreams.length === 0 },
  { code: 'ingress.route-table.cross-site-by-accident', cites: ['S4', 'C-07'], holds: (f) => f.crossSiteByAccident.length === 0 },
  { code: 'ingress.route-table.cookies-by-accident', cites: ['S7', 'C-07'], holds: (f) => f.cookiesByAccident.length === 0 },
  { code: 'ingress.route-table.admin-blocked', cites: ['C-07', 'C-02'], holds: (f) => f.missingDoors.length === 0 },
] as const satisfies RuleTable<RouteTableFacts>;
export type RouteTableRefusal = CodeOf<typeof routeTableRules>;

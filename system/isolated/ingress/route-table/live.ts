/** The route table that is in force: replaced as a whole by one that was judged good, and by nothing else; the last good one stays (C-07). */
import { createHash } from 'node:crypto';
import type { AuditLog, Random } from '../../../kernel/ports.ts';
import { newReference } from '../../../kernel/reference.ts';
import type { RefusalCode, RuleTable } from '../../../kernel/rule.ts';
import type { Route } from '../route.ts';
import { type RouteGround, routeTableFacts } from './facts.ts';
import { type RouteTableFacts, routeTableRules } from './rules.ts';

export type RouteProblem = { readonly code: RefusalCode; readonly detail: string };
export type JudgedTable<Service extends string> =
  | { readonly accepted: true; readonly routes: readonly Route<Service>[] }
  | { readonly accepted: false; readonly problems: readonly RouteProblem[] };

export type LiveRoutes<Service extends string> = {
  /** In force now. */
  current(): readonly Route<Service>[];
  /** Judged, recorded, and then in force; or refused with every problem, and nothing changes. */
  replace(input: unknown): Promise<JudgedTable<Service> & { readonly reference: string }>;
};

/** A configuration that cannot be used, with all its problems. */
export class RouteTableRefused extends Error {
  override readonly name = 'RouteTableRefused';
  readonly problems: readonly RouteProblem[];
  constructor(problems: readonly RouteProblem[]) {
    super(`the route table is refused: ${problems.map(({ code, detail }) => `${code}: ${detail}`).join('; ')}`);
    this.problems = problems;
  }
}

/** Every rule of the table is asked, not only until the first one that does not hold. */
export function judgedTable<Service extends string>(
  input: unknown,
  ground: RouteGround<Service>,
  table: RuleTable<RouteTableFacts> = routeTableRules,
): JudgedTable<Service> {
  const { rows, facts } = routeTableFacts(input, ground);
  const problems = table.flatMap(({ code, holds }) => (holds(facts) ? [] : [{ code, detail: detailOf(code, facts) }]));
  return problems.length === 0 ? { accepted: true, routes: Object.freeze(rows) } : { accepted: false, problems };
}

const factOf: Readonly<Record<(typeof routeTableRules)[number]['code'], keyof RouteTableFacts>> = {
  'ingress.route-table.malformed': 'malformed',
  'ingress.route-table.host-unknown': 'foreignHosts',
  'ingress.route-table.unreachable': 'unreachable',
  'ingress.route-table.duplicate': 'duplicates',
  'ingress.route-table.ambiguous': 'ambiguous',
  'ingress.route-table.anonymous-by-accident': 'anonymousByAccident',
  'ingress.route-table.stream-not-possible': 'impossibleStreams',
  'ingress.route-table.cross-site-by-accident': 'crossSiteByAccident',
  'ingress.route-table.cookies-by-accident': 'cookiesByAccident',
  'ingress.route-table.admin-blocked': 'missingDoors',
};
const detailOf = (code: RefusalCode, facts: RouteTableFacts): string => facts[factOf[code as keyof typeof factOf]].join(', ');

export type LiveOptions<Service extends string> = {
  readonly ground: RouteGround<Service>;
  readonly table: RuleTable<RouteTableFacts>;
  readonly audit: AuditLog;
  readonly random: Random;
};

/** Throws `RouteTableRefused` when there is nothing good to begin with. */
export function liveRoutes<Service extends string>(
  first: unknown,
  { ground, table, audit, random }: LiveOptions<Service>,
): LiveRoutes<Service> {
  const begun = judgedTable(first, ground, table);
  if (!begun.accepted) throw new RouteTableRefused(begun.problems);
  let current = begun.routes;
  return {
    current: () => current,
    replace: async (input) => {
      const judged = judgedTable(input, ground, table);
      const code = judged.accepted ? 'allowed' : (judged.problems[0]?.code ?? 'ingress.route-table.malformed');
      const facts = judged.accepted ? factsOf(judged.routes) : { problems: judged.problems.length, stays: digestOf(current) };
      const reference = newReference(random);
      await audit.append({ reference, event: 'ingress.routes.proposed', code, actor: 'system', peer: '', facts });
      if (judged.accepted) current = judged.routes;
      return { ...judged, reference };
    },
  };
}

const factsOf = (routes: readonly Route[]) => ({ rows: routes.length, digest: digestOf(routes) });
/** SHA-256 over the rows as JSON, in hexadecimal: by it the records name a table. */
export const digestOf = (routes: readonly Route[]): string => createHash('sha256').update(JSON.stringify(routes)).digest('hex');

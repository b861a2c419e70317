/** The requirements and the decisions as listings: by how many scenarios, and by which checks over the whole run, each is judged. */
import { amount } from '../../../reports/index.ts';
import { checkers } from '../../checkers/index.ts';
import { type Decision, decisions, type Requirement, requirements } from '../../requirements/index.ts';
import type { Planned } from '../../run/plan.ts';
import { type Column, table } from '../table.ts';
import type { Listing } from './listed.ts';

const proving = (planned: readonly Planned[], id: Requirement['id'] | Decision['id']): readonly string[] =>
  planned.filter(({ scenario }) => scenario.proves.some((proved) => proved === id)).map((each) => each.id);

/** The checks over the whole run that judge it besides. */
const checksOf = (id: Requirement['id'] | Decision['id']): readonly string[] =>
  checkers.filter(({ cites }) => cites.includes(id)).map(({ name }) => name);

type Judged = { readonly scenarios: readonly string[]; readonly checks: readonly string[] };
const judgedBy: readonly Column<Judged>[] = [
  { title: 'scenarios', cell: ({ scenarios }) => `${scenarios.length || '-'}` },
  { title: 'checks', cell: ({ checks }) => `${checks.length || '-'}` },
];

/** How many are judged, and by what; `nothing` is said of those of which nothing is judged. */
function judgedCounts(entries: readonly Judged[], nothing: string): string {
  const by = entries.filter(({ scenarios }) => scenarios.length > 0).length;
  const byChecks = entries.filter(({ scenarios, checks }) => scenarios.length === 0 && checks.length > 0).length;
  return `${by} with a scenario, ${byChecks} with a whole-run check only,
${entries.length - by - byChecks} with a dash in both columns: ${nothing}.
checks: those over the whole run, beside the scenarios`;
}

/** The whole catalogue. */
export function listedRequirements(planned: readonly Planned[]): Listing {
  const entries = requirements.map(({ id, title, parts }) => ({
    id,
    title,
    part: parts[0],
    parts,
    scenarios: proving(planned, id),
    checks: checksOf(id),
  }));
  const text = table<(typeof entries)[number]>(
    [
      { title: 'id', cell: ({ id }) => id },
      { title: 'part', cell: ({ parts }) => parts.join(' ') },
      ...judgedBy,
      { title: 'requirement', cell: ({ title }) => title },
    ],
    entries,
  );
  return {
    entries,
    text: `${text}\n\n${amount(entries.length, 'requirement')}: ${judgedCounts(entries, 'no scenario and no check judges it yet')}
part: the project is built in six parts; the first number says which of them
brings the requirement, the others which come back to it`,
  };
}

/** The decisions of the security model. */
export function listedDecisions(planned: readonly Planned[]): Listing {
  const entries = decisions.map(({ id, title }) => ({ id, title, scenarios: proving(planned, id), checks: checksOf(id) }));
  const text = table<(typeof entries)[number]>(
    [{ title: 'id', cell: ({ id }) => id }, ...judgedBy, { title: 'decision of the security model', cell: ({ title }) => title }],
    entries,
  );
  return {
    entries,
    text: `${text}\n\n${amount(entries.length, 'decision')}: ${judgedCounts(entries, 'held by our own tests, or not here yet')}\nOther ids are requirements: npx tempered list requirements`,
  };
}

/** The table of deviations: every departure from an honest artefact that this run tried, the clause that it breaks, the code that it must meet, and how that ended. */
import type { RunResults, ScenarioResult } from '../../harness/verdict/results.ts';
import { deviationAmounts } from '../deviation-amounts.ts';
import { sentence } from '../in-words.ts';
import { html, type Markup } from '../markup.ts';
import type { Anchors } from './anchors.ts';
import { group } from './group.ts';
import type { Column } from './table.ts';
import { verdictBadge } from './verdict-mark.ts';

type Deviation = NonNullable<ScenarioResult['listedDeviation']>;
type Row = { readonly deviation: Deviation; readonly scenario: ScenarioResult };

const rowsOf = ({ scenarios }: RunResults): readonly Row[] =>
  scenarios.flatMap((scenario) => (scenario.listedDeviation ? [{ deviation: scenario.listedDeviation, scenario }] : []));

const columns = (anchors: Anchors): readonly Column<Row>[] => [
  {
    title: 'Deviation',
    kind: 'main',
    cell: ({ deviation, scenario }) =>
      html`<a href="#${anchors(scenario)}">${deviation.name}</a> <span class="title">${sentence(deviation.title)}</span>`,
  },
  { title: 'Breaks', cell: ({ deviation }) => deviation.breaks },
  { title: 'Must be refused with', cell: ({ deviation }) => html`<code>${deviation.refusedWith}</code>` },
  { title: 'Verdict', cell: ({ scenario }) => verdictBadge(scenario.verdict.kind) },
];

const family = (name: string, rows: readonly Row[], anchors: Anchors): Markup =>
  group({ name, caption: `Deviations: ${name}`, columns: columns(anchors) }, rows);

/** Each deviation once, whatever the number of its scenarios. */
const tried = (rows: readonly Row[]): readonly Deviation[] =>
  [...Map.groupBy(rows, ({ deviation: { family, name } }) => JSON.stringify([family, name])).values()].flatMap((same) =>
    same.slice(0, 1).map(({ deviation }) => deviation),
  );

/** The section; nothing for a run without deviations. */
export const deviations = (results: RunResults, anchors: Anchors): Markup | false => {
  const rows = rowsOf(results);
  if (rows.length === 0) return false;
  const families = [...Map.groupBy(rows, ({ deviation }) => deviation.family)];
  return html`<section id="deviations" aria-labelledby="deviations-title"><h2 id="deviations-title">Deviations</h2>
<p class="lead">Each departs from an honest artefact in one thing and is validly signed unless the signature is what departs. Its honest twin, made in the same way, was accepted first; otherwise the verdict is inconclusive. ${deviationAmounts(tried(rows))}.</p>
${families.map(([name, members]) => family(name, members, anchors))}</section>`;
};

/** For a scenario's card: what departed, and every answer that was really changed during the act. */
export function deviationFact({ listedDeviation: listed, deviation, marks }: ScenarioResult): Markup | string | undefined {
  if (!listed) return deviation;
  const changes = marks.flatMap(({ name, note }) => (name === 'answer-rewritten' && note !== undefined ? [note] : []));
  return html`${sentence(listed.title)} <span class="quiet">${listed.breaks}, ${listed.family}: ${listed.name}</span>${
    changes.length > 0 && html`<ul>${[...new Set(changes)].map((change) => html`<li>${sentence(change)}</li>`)}</ul>`
  }`;
}

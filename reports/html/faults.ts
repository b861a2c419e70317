/** The table of faults: everything that this run broke at the identity provider, on the way there, or in the customer's automation, by which means, what must come of it, and how that ended. */
import type { RunResults, ScenarioResult } from '../../harness/verdict/results.ts';
import { sentence } from '../in-words.ts';
import { html, type Markup } from '../markup.ts';
import type { Anchors } from './anchors.ts';
import { group } from './group.ts';
import type { Column } from './table.ts';
import { verdictBadge } from './verdict-mark.ts';

type Disturbance = NonNullable<ScenarioResult['disturbance']>;
type Row = { readonly disturbance: Disturbance; readonly scenario: ScenarioResult };

const rowsOf = ({ scenarios }: RunResults): readonly Row[] =>
  scenarios.flatMap((scenario) => (scenario.disturbance ? [{ disturbance: scenario.disturbance, scenario }] : []));

/** For the words of the data that are no refusal codes. */
const inWords: Readonly<Record<string, string>> = {
  'goes-on': 'goes on',
  'stops-at-the-idp': 'stops at the identity provider',
  network: 'the way there',
  process: 'its process',
  realm: 'its realm, for real',
  rewriting: 'its answers, changed on their way',
  automation: 'what the customer’s automation hands on',
};

const columns = (anchors: Anchors): readonly Column<Row>[] => [
  {
    title: 'Fault',
    kind: 'main',
    cell: ({ disturbance, scenario }) =>
      html`<a href="#${anchors(scenario)}">${scenario.fault ?? scenario.claim}</a> <span class="title">${sentence(disturbance.title)}</span>`,
  },
  { title: 'By', cell: ({ disturbance }) => inWords[disturbance.means] ?? disturbance.means },
  {
    title: 'A sign-in, or the change, must',
    cell: ({ disturbance: { meets } }) => inWords[meets] ?? html`be refused with <code>${meets}</code>`,
  },
  { title: 'Verdict', cell: ({ scenario }) => verdictBadge(scenario.verdict.kind) },
];

/** The section; nothing for a run without faults. */
export const faults = (results: RunResults, anchors: Anchors): Markup | false => {
  const rows = rowsOf(results);
  if (rows.length === 0) return false;
  const families = [...Map.groupBy(rows, ({ disturbance }) => disturbance.family)];
  return html`<section id="faults" aria-labelledby="faults-title"><h2 id="faults-title">Faults</h2>
<p class="lead">Each was seen by an independent observer while it lasted, and neither before nor after; otherwise the verdict is inconclusive.</p>
${families.map(([name, members]) => group({ name, caption: `Faults: ${name}`, columns: columns(anchors) }, members))}</section>`;
};

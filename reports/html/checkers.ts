/** The checks over the whole run: what each looked at, whether it found what was planted for it, and what it found besides. */
import type { CheckerResult, RunResults } from '../../harness/verdict/results.ts';
import { amount } from '../amounts.ts';
import { sentence } from '../in-words.ts';
import { html, type Markup } from '../markup.ts';
import { idLine, type Titles } from './ids.ts';
import { type Column, table } from './table.ts';
import { mark, verdictBadge } from './verdict-mark.ts';

const words: Readonly<Record<CheckerResult['verdict'], string>> = { pass: 'held', fail: 'not held', inconclusive: 'inconclusive' };
const maxShownFindings = 50;

const findings = ({ findings: found, note }: CheckerResult): Markup => {
  const beyond = found.length - maxShownFindings;
  return html`${found.length > 0 && html`<ul class="findings">${found.slice(0, maxShownFindings).map((finding) => html`<li>${finding}</li>`)}${beyond > 0 && html`<li>and ${amount(beyond, 'more', 'more')}: see results.json</li>`}</ul>`}${
    note !== undefined && html`<p class="note">${note}</p>`
  }${found.length === 0 && note === undefined && html`<span class="quiet">none</span>`}`;
};

const columns = (titles: Titles): readonly Column<CheckerResult>[] => [
  { title: 'Verdict', cell: ({ verdict }) => verdictBadge(verdict, words[verdict]) },
  { title: 'Claim', kind: 'main', cell: ({ claim, cites }) => html`${sentence(claim)} ${idLine(cites, titles)}` },
  { title: 'Looked at', kind: 'number', cell: ({ examined, unit }) => `${examined.toLocaleString('en-US')} ${unit}` },
  {
    title: 'Planted finding',
    cell: ({ canary }) =>
      html`<span class="canary">${mark(canary === 'found' ? 'pass' : 'inconclusive')} ${canary === 'found' ? 'found' : 'not found'}</span>`,
  },
  { title: 'Findings', cell: findings },
];

const lead = ({ run, scenarios, planned }: RunResults): Markup =>
  html`<p class="lead">These judge everything that was recorded, in all scenarios together. Before its word counts, each must find something that was planted for it.</p>${
    run.interrupted &&
    html`<p class="caution">${mark('inconclusive')} <span>The run was interrupted: they saw ${scenarios.length} of ${amount(planned, 'planned scenario')}, and say nothing about the rest.</span></p>`
  }`;

/** The section; worst first. */
export function checkers(results: RunResults, titles: Titles): Markup {
  const order: readonly CheckerResult['verdict'][] = ['fail', 'inconclusive', 'pass'];
  const sorted = results.checkers.toSorted((left, right) => order.indexOf(left.verdict) - order.indexOf(right.verdict));
  return html`<section id="checks" aria-labelledby="checks-title"><h2 id="checks-title">Checks over the whole run</h2>
${lead(results)}${sorted.length > 0 ? table('Checks over the whole run', columns(titles), sorted) : html`<p>None ran.</p>`}</section>`;
}

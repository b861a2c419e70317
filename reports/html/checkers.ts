/** The checks over the whole run: what each looked at, whether it found what was planted for it, and what it found besides. */
import type { CheckerResult, RunResults } from '../../harness/verdict/results.ts';
import { amount } from '../amounts.ts';
import { sentence, singularUnits } from '../in-words.ts';
import { html, type Markup } from '../markup.ts';
import { type Standing, standingSo } from '../standing.ts';
import { idLine, type Titles, withOptions } from './ids.ts';
import { type Column, table } from './table.ts';
import { checkBadge, mark } from './verdict-mark.ts';

const maxShownFindings = 50;

const findings = ({ findings: found }: CheckerResult): Markup => {
  const beyond = found.length - maxShownFindings;
  if (found.length === 0) return html`<span class="quiet">none</span>`;
  return html`<ul class="findings">${found.slice(0, maxShownFindings).map((finding) => html`<li>${finding}</li>`)}${beyond > 0 && html`<li>and ${amount(beyond, 'more', 'more')}: see results.json</li>`}</ul>`;
};

const claim = ({ claim: claimed, cites, note }: CheckerResult, titles: Titles): Markup =>
  html`${sentence(claimed)} ${idLine(cites, titles)}${note !== undefined && html`<p class="note">${withOptions(sentence(note))}</p>`}`;

const columns = (titles: Titles): readonly Column<CheckerResult>[] => [
  { title: 'Verdict', cell: checkBadge },
  { title: 'Claim', kind: 'main', cell: (checker) => claim(checker, titles) },
  { title: 'Looked at', kind: 'number', cell: ({ examined, unit }) => amount(examined, singularUnits[unit] ?? unit, unit) },
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

/** What passed and shows nothing is counted by itself, so that nobody reads it as held. */
const withoutEvidence = (checks: readonly CheckerResult[], titles: Titles): Markup | false =>
  checks.length > 0 &&
  html`<h3>${checks.length} without evidence</h3><p class="lead">Nothing was found, but in this run that shows nothing; why stands with each claim.</p>${table('Checks without evidence in this run', columns(titles), checks)}`;

/** The section; worst first, and what held by itself, so that a narrow screen can fold it. */
export function checkers(results: RunResults, titles: Titles): Markup {
  const standing = (one: Standing): readonly CheckerResult[] => standingSo(results, one);
  const troubled = [...standing('not-held'), ...standing('inconclusive')];
  const held = standing('held');
  return html`<section id="checks" aria-labelledby="checks-title"><h2 id="checks-title">Checks over the whole run</h2>
${lead(results)}${results.checkers.length === 0 && html`<p>None ran.</p>`}${troubled.length > 0 && table('Checks that did not hold', columns(titles), troubled)}${withoutEvidence(standing('no-evidence'), titles)}${
  held.length > 0 &&
  html`<details class="held" open><summary>${held.length} held</summary>${table('Checks that held', columns(titles), held)}</details>`
}</section>`;
}

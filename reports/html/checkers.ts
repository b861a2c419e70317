/** The checks over the whole run: what each looked at, whether it found what was planted for it, and what it found besides. */
import type { CheckerResult, RunResults } from '../../harness/verdict/results.ts';
import { amount } from '../amounts.ts';
import { boundaryCheck, sentence, singularUnits } from '../in-words.ts';
import { html, type Markup } from '../markup.ts';
import { idLine, type Titles } from './ids.ts';
import { type Column, table } from './table.ts';
import { mark, verdictBadge } from './verdict-mark.ts';

const words: Readonly<Record<CheckerResult['verdict'], string>> = { pass: 'held', fail: 'not held', inconclusive: 'inconclusive' };
const maxShownFindings = 50;

const findings = ({ findings: found }: CheckerResult): Markup => {
  const beyond = found.length - maxShownFindings;
  if (found.length === 0) return html`<span class="quiet">none</span>`;
  return html`<ul class="findings">${found.slice(0, maxShownFindings).map((finding) => html`<li>${finding}</li>`)}${beyond > 0 && html`<li>and ${amount(beyond, 'more', 'more')}: see results.json</li>`}</ul>`;
};

/** What held in one process at the boundary between zones has no mark of its own: it is no evidence. */
const verdict = ({ run }: RunResults, checker: CheckerResult): Markup =>
  checker.name === boundaryCheck && checker.verdict === 'pass' && !run.processes
    ? verdictBadge('skipped', 'no evidence')
    : verdictBadge(checker.verdict, words[checker.verdict]);

const claim = ({ claim: claimed, cites, note }: CheckerResult, titles: Titles): Markup =>
  html`${sentence(claimed)} ${idLine(cites, titles)}${note !== undefined && html`<p class="note">${sentence(note)}</p>`}`;

const columns = (results: RunResults, titles: Titles): readonly Column<CheckerResult>[] => [
  { title: 'Verdict', cell: (checker) => verdict(results, checker) },
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

/** The section; worst first, and what held by itself, so that a narrow screen can fold it. */
export function checkers(results: RunResults, titles: Titles): Markup {
  const order: readonly CheckerResult['verdict'][] = ['fail', 'inconclusive'];
  const troubled = order.flatMap((kind) => results.checkers.filter((checker) => checker.verdict === kind));
  const held = results.checkers.filter((checker) => checker.verdict === 'pass');
  return html`<section id="checks" aria-labelledby="checks-title"><h2 id="checks-title">Checks over the whole run</h2>
${lead(results)}${results.checkers.length === 0 && html`<p>None ran.</p>`}${troubled.length > 0 && table('Checks that did not hold', columns(results, titles), troubled)}${
  held.length > 0 &&
  html`<details class="held" open><summary>${held.length} held</summary>${table('Checks that held', columns(results, titles), held)}</details>`
}</section>`;
}

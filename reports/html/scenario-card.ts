/** One scenario as a card that opens: the claim and its verdict outside; why, and on what evidence, inside. */
import type { Attachment, ScenarioResult, Verdict, VerdictKind } from '../../harness/verdict/results.ts';
import { amount, duration } from '../amounts.ts';
import { reason, sentence } from '../in-words.ts';
import { html, type Markup, type Piece } from '../markup.ts';
import type { Anchors } from './anchors.ts';
import { deviationFact } from './deviations.ts';
import { inOrder, isDrill } from './drill-moments.ts';
import { idLine, idList, type Titles } from './ids.ts';
import { momentList } from './moments.ts';
import { operations, outcomeMarkup } from './operations.ts';
import { mark, verdictBadge } from './verdict-mark.ts';

export type CardOptions = {
  readonly anchors: Anchors;
  readonly titles: Titles;
  readonly attachments: (attachments: readonly Attachment[]) => Markup | false;
  /** The command that runs this scenario alone again. */
  readonly again: (scenario: ScenarioResult) => string;
};

const why = (verdict: Verdict): Markup =>
  verdict.kind === 'fail'
    ? html`<dl class="why fail"><div><dt>Expected</dt><dd>${verdict.expected}</dd></div><div><dt>Observed</dt><dd>${verdict.observed}</dd></div></dl>`
    : html`<p class="why ${verdict.kind}">${sentence(reason(verdict))}</p>`;

const fact = (title: string, value: Piece): Markup | false =>
  value !== undefined && value !== false && html`<div><dt>${title}</dt><dd>${value}</dd></div>`;

const facts = (scenario: ScenarioResult, { titles, again }: CardOptions): Markup => html`<dl class="facts">
${fact('Speaks for', idList(scenario.proves, titles, 'linked'))}
${fact('Fault', scenario.fault !== undefined && html`<code>${scenario.fault}</code>`)}
${fact('Deviation', deviationFact(scenario))}
${fact('Calibration', scenario.calibration && html`${outcomeMarkup(scenario.calibration)}`)}
${fact('Timeline', isDrill(scenario) && html`<a href="#timeline">moment by moment, drawn to scale</a>`)}
${fact('Needs', scenario.needs.length > 0 && scenario.needs.join(', '))}
${fact('Ran in', scenario.world > 0 && `world ${scenario.world}${scenario.alone ? ', alone' : ''}${scenario.hands ? ', on the wire' : ''}`)}
${fact('File', html`<code>${scenario.file}</code>`)}
${fact('Run it again', html`<code class="command">${again(scenario)}</code>`)}
</dl>`;

type Sighting = ScenarioResult['sightings'][number];
/** Where a fault belongs: seen during its time, and neither before nor after. */
const asItShould = ({ when, seen }: Sighting): VerdictKind =>
  seen === 'unclear' ? 'inconclusive' : (seen === 'present') === (when === 'during') ? 'pass' : 'fail';

const sightings = ({ sightings: seen }: ScenarioResult): Markup | false =>
  seen.length > 0 &&
  html`<section><h4>Was the fault really there?</h4><ol class="sightings">${seen.map(
    (sighting) =>
      html`<li class="${sighting.seen}"><span class="when">${sighting.when}</span><span class="seen">${mark(asItShould(sighting))} ${sighting.seen}</span><span class="quiet">${sighting.detail}</span></li>`,
  )}</ol></section>`;

const judgedKind = { met: 'pass', 'not-met': 'fail', unclear: 'inconclusive' } as const;
const judgedWord = { met: 'met', 'not-met': 'not met', unclear: 'unclear' } as const;

const expectations = ({ expectations: all }: ScenarioResult): Markup | false =>
  all.length > 0 &&
  html`<section><h4>What was expected, and what was observed</h4><ul class="expectations">${all
    .toSorted((left, right) => Number(left.judged === 'met') - Number(right.judged === 'met'))
    .map(
      ({ claim, judged, observed }) =>
        html`<li>${verdictBadge(judgedKind[judged], judgedWord[judged])}<div><p>${sentence(claim)}</p><p class="quiet">${observed}</p></div></li>`,
    )}</ul></section>`;

/** What was marked, folded; a drill's moments stand in its timeline. */
const moments = (scenario: ScenarioResult): Markup | false =>
  scenario.marks.length > 0 &&
  !isDrill(scenario) &&
  html`<section><h4>What was noted on the way</h4><details class="more"><summary>${amount(scenario.marks.length, 'moment')}</summary>${momentList(inOrder(scenario.marks), scenario.startedAtMs)}</details></section>`;

/** The card. What did not pass is open at once, and so is it when printed. */
export function scenarioCard(scenario: ScenarioResult, options: CardOptions): Markup {
  const { anchors, attachments, titles } = options;
  const { kind } = scenario.verdict;
  const open = kind === 'pass' || kind === 'skipped' ? html`` : html` open`;
  return html`<details class="card ${kind}" id="${anchors(scenario)}" data-verdict="${kind}"${open}>
<summary><h3>${sentence(scenario.claim)}</h3><span class="meta">${verdictBadge(kind)}${idLine(scenario.proves, titles)}${
    kind !== 'skipped' && html`<span class="took">${duration(scenario.durationMs)}</span>`
  }</span></summary>
<div class="inside">${why(scenario.verdict)}${expectations(scenario)}${sightings(scenario)}${operations(scenario)}${moments(scenario)}${attachments(scenario.attachments)}${facts(scenario, options)}</div>
</details>`;
}

/** The verdict in one glance: a sentence, what the exit code means, the counts, and one mark for each scenario. */
import type { RunResults, ScenarioResult, VerdictKind } from '../../harness/verdict/results.ts';
import { amount, duration, instant, isoInstant } from '../amounts.ts';
import { type Caution, cautions, exitCodeMeaning, headline, reason, sentence, verdictWord } from '../in-words.ts';
import { html, type Markup } from '../markup.ts';
import { contradictions, notPassed, tally, verdictKinds } from '../tally.ts';
import type { Anchors } from './anchors.ts';
import { withOptions } from './ids.ts';
import { checkBadge, mark, verdictBadge } from './verdict-mark.ts';

const shownKinds: readonly VerdictKind[] = ['pass', 'fail', 'error', 'inconclusive', 'skipped'];

const counts = (results: RunResults): Markup => {
  const counted = tally(results);
  return html`<ul class="counts">${shownKinds.map(
    (kind) =>
      html`<li class="${counted[kind] === 0 ? 'none' : kind}">${mark(kind)}<strong>${counted[kind]}</strong> <span>${verdictWord[kind]}</span></li>`,
  )}${counted.notRun > 0 && html`<li class="error">${mark('error')}<strong>${counted.notRun}</strong> <span>planned, not run</span></li>`}</ul>`;
};

/** More marks than this are drawn smaller. */
const roomyTape = 80;

const tape = (scenarios: readonly ScenarioResult[], anchors: Anchors): Markup =>
  html`<ul class="${scenarios.length > roomyTape ? 'tape many' : 'tape'}" aria-label="One mark for each scenario, worst first">${verdictKinds.flatMap(
    (kind) =>
      scenarios
        .filter(({ verdict }) => verdict.kind === kind)
        .map((scenario) => {
          const said = `${sentence(scenario.claim)}: ${verdictWord[kind]}`;
          return html`<li><a href="#${anchors(scenario)}" title="${said}">${mark(kind)}<span class="unseen">${said}</span></a></li>`;
        }),
  )}</ul>`;

const glance = ({
  run,
  idp,
}: RunResults): Markup => html`<p class="glance"><strong>${idp.driver} ${idp.version}</strong> · ${run.mode} mode · ${duration(run.endedAtMs - run.startedAtMs)} ·
<time datetime="${isoInstant(run.startedAtMs) ?? ''}">${instant(run.startedAtMs)}</time> · seed ${run.seed}</p>`;

const ways = { interruption: ['#not-judged', 'What was not judged'], boundary: ['#departures', 'What else is weaker'] } as const;

const caution = ({ about, says }: Caution): Markup => {
  const [target, title] = ways[about];
  return html`<p class="caution">${mark('inconclusive')} <span>${withOptions(sentence(says))}. <a href="${target}">${title}</a></span></p>`;
};

/** The head of the page. */
export const summary = (results: RunResults, anchors: Anchors): Markup => html`
<header class="verdict ${results.verdict}">
<p class="brand"><strong>Tempered</strong> <span>run report</span></p>
<div class="headline">${mark(results.verdict)}<div><h1>${headline(results)}.</h1>
<p class="exit">Verdict <strong>${results.verdict}</strong>, exit code <strong>${results.exitCode}</strong>: ${exitCodeMeaning(results.exitCode)}.</p></div></div>
${cautions(results).map(caution)}
${counts(results)}${results.scenarios.length > 1 && tape(results.scenarios, anchors)}${glance(results)}
</header>`;

/** A box in the reader's way when the results contradict themselves; nothing otherwise. */
export const contradictionBox = (results: RunResults): Markup | false => {
  const found = contradictions(results);
  return (
    found.length > 0 &&
    html`<section class="contradiction" aria-labelledby="contradiction"><h2 id="contradiction">Do not rely on this run</h2><p>Its results contradict themselves:</p><ul>${found.map((one) => html`<li>${one}</li>`)}</ul></section>`
  );
};

const line = (scenario: ScenarioResult, anchors: Anchors): Markup =>
  html`<li>${verdictBadge(scenario.verdict.kind)}<div><a href="#${anchors(scenario)}">${sentence(scenario.claim)}</a><p class="quiet">${sentence(reason(scenario.verdict))}</p></div></li>`;

/** What did not pass, one line each, with the way to its card; nothing when all did. */
export function attention(results: RunResults, anchors: Anchors): Markup | false {
  const scenarios = notPassed(results.scenarios);
  const checkers = results.checkers.filter(({ verdict }) => verdict !== 'pass');
  if (scenarios.length + checkers.length === 0) return false;
  return html`<section id="attention" aria-labelledby="attention-title"><h2 id="attention-title">What did not pass</h2><ul class="attention">${scenarios.map((scenario) => line(scenario, anchors))}${checkers.map(
    (checker) =>
      html`<li>${checkBadge(checker)}<div><a href="#checks">${sentence(checker.claim)}</a><p class="quiet">${checker.findings.length > 0 ? amount(checker.findings.length, 'finding') : (checker.note ?? 'no findings')}</p></div></li>`,
  )}</ul></section>`;
}

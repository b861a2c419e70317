/** All scenarios as cards in groups that fold: first what did not pass, then what passed by capability, then what was skipped. */
import type { RunResults, ScenarioResult } from '../../harness/verdict/results.ts';
import { duration } from '../amounts.ts';
import { headingOf, sentence, verdictWord } from '../in-words.ts';
import { html, type Markup } from '../markup.ts';
import { notPassed, verdictKinds } from '../tally.ts';
import { type CardOptions, scenarioCard } from './scenario-card.ts';
import { mark } from './verdict-mark.ts';

type Group = { readonly title: string; readonly scenarios: readonly ScenarioResult[]; readonly open: boolean };

const folderOf = ({ id }: ScenarioResult): string => id.split('/').slice(0, -1).join(' / ') || 'others';

/** So few are read at once; of more, only what did not pass is open. */
const mostUnfolded = 10;

function groupsOf({ scenarios }: RunResults): readonly Group[] {
  const open = scenarios.length <= mostUnfolded;
  const passed = scenarios.filter(({ verdict }) => verdict.kind === 'pass');
  const byCapability = [...Map.groupBy(passed, folderOf)].map(([folder, members]) => ({
    title: headingOf(folder),
    scenarios: members,
    open,
  }));
  return [
    { title: 'Did not pass', scenarios: notPassed(scenarios), open: true },
    ...byCapability,
    { title: 'Skipped', scenarios: scenarios.filter(({ verdict }) => verdict.kind === 'skipped'), open },
  ].filter((group) => group.scenarios.length > 0);
}

const counts = (scenarios: readonly ScenarioResult[]): Markup =>
  html`<span class="group-counts">${verdictKinds.flatMap((kind) => {
    const members = scenarios.filter(({ verdict }) => verdict.kind === kind);
    return members.length === 0 ? [] : [html`<span class="${kind}">${mark(kind)} ${members.length} ${verdictWord[kind]}</span>`];
  })}</span>`;

const group = ({ title, scenarios, open }: Group, options: CardOptions): Markup => {
  const took = scenarios.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return html`<details class="group"${open ? html` open` : html``}>
<summary><span class="capability">${title}</span>${counts(scenarios)}<span class="took">${duration(took)}${scenarios.length > 1 ? ' added up' : ''}</span></summary>
<div class="members">${scenarios.map((scenario) => scenarioCard(scenario, options))}</div></details>`;
};

/** What was planned and not judged, so that nobody takes silence for a pass; nothing when everything was. */
export const notJudged = ({ notRun, run }: RunResults): Markup | false =>
  notRun.length > 0 &&
  html`<section id="not-judged" aria-labelledby="not-judged-title"><h2 id="not-judged-title">Not judged</h2>
<p class="lead">${run.interrupted ? 'The run was interrupted. ' : ''}Nothing is known about ${notRun.length === 1 ? 'this claim' : `these ${notRun.length} claims`}.</p>
<ul class="not-judged">${notRun.map(({ claim, id }) => html`<li>${sentence(claim)} <span class="quiet">${id}</span></li>`)}</ul></section>`;

/** The controls work only where the page's small script may run, and are hidden otherwise. */
const controls = (): Markup => html`<form class="controls" hidden aria-label="Filter scenarios">
<label>Find <input type="search" name="words" autocomplete="off" placeholder="a word, B-07, a code"></label>
<label>Verdict <select name="verdict"><option value="">all</option><option value="pass">passed</option><option value="fail">failed</option><option value="error">error</option><option value="inconclusive">inconclusive</option><option value="skipped">skipped</option></select></label>
<button type="button" name="open">Open all</button><button type="button" name="close">Close all</button>
<output aria-live="polite"></output></form>`;

/** The section. */
export const scenarios = (
  results: RunResults,
  options: CardOptions,
): Markup => html`<section id="scenarios" aria-labelledby="scenarios-title"><h2 id="scenarios-title">Scenarios</h2>
${controls()}${groupsOf(results).map((one) => group(one, options))}</section>`;

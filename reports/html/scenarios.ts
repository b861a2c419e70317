/** All scenarios as cards: first what did not pass, then what passed by capability, then what was skipped. */
import type { RunResults, ScenarioResult } from '../../harness/verdict/results.ts';
import { amount } from '../amounts.ts';
import { sentence } from '../in-words.ts';
import { html, type Markup } from '../markup.ts';
import { notPassed } from '../tally.ts';
import { type CardOptions, scenarioCard } from './scenario-card.ts';

type Group = { readonly title: string; readonly scenarios: readonly ScenarioResult[] };

const folderOf = ({ id }: ScenarioResult): string => id.split('/').slice(0, -1).join(' / ') || 'others';

function groupsOf({ scenarios }: RunResults): readonly Group[] {
  const passed = scenarios.filter(({ verdict }) => verdict.kind === 'pass');
  const byCapability = [...Map.groupBy(passed, folderOf)].map(([folder, members]) => ({
    title: sentence(folder.replaceAll('-', ' ')),
    scenarios: members,
  }));
  return [
    { title: 'Did not pass', scenarios: notPassed(scenarios) },
    ...byCapability,
    { title: 'Skipped', scenarios: scenarios.filter(({ verdict }) => verdict.kind === 'skipped') },
  ].filter((group) => group.scenarios.length > 0);
}

const group = ({ title, scenarios }: Group, options: CardOptions): Markup =>
  html`<div class="group"><p class="capability">${title} <span>${amount(scenarios.length, 'scenario')}</span></p>${scenarios.map((scenario) => scenarioCard(scenario, options))}</div>`;

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

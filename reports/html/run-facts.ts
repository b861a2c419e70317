/** What it takes to repeat the run: command, seed, versions, machine. */
import type { RunResults, ScenarioResult } from '../../harness/verdict/results.ts';
import { duration, instant } from '../amounts.ts';
import { html, type Markup } from '../markup.ts';

/** A word that a POSIX shell takes as it is. */
const quoted = (word: string): string => (/^[\w./:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** The command that runs one scenario of this run again, on the same identity provider and with the same seed. */
export const againCommand = ({ run, idp }: RunResults, { id }: ScenarioResult): string =>
  `npx tempered run --grep ${quoted(id)} --idp ${quoted(idp.driver)} --mode ${run.mode} --seed ${run.seed}`;

/** The section. */
export function runFacts({ run, idp, planned }: RunResults): Markup {
  const facts: readonly (readonly [string, string | Markup | undefined])[] = [
    ['Command', html`<code class="command">${run.command}</code>`],
    ['Seed', String(run.seed)],
    ['Run', run.id],
    ['Started', instant(run.startedAtMs)],
    ['Ended', instant(run.endedAtMs)],
    ['Took', duration(run.endedAtMs - run.startedAtMs)],
    ['Planned scenarios', String(planned)],
    ['Tempered', run.commit === undefined ? run.version : `${run.version}, commit ${run.commit}`],
    ['Identity provider', `${idp.driver} ${idp.version}${idp.plainPages ? ', its pages without style sheets' : ''}`],
    ['Browser', run.browser ?? (run.mode === 'wire' ? 'none: wire mode' : undefined)],
    ['Node', run.node],
    ['Machine', run.platform],
    [
      'Worlds',
      `${run.workers}${run.shares === undefined ? '' : `, run by ${run.shares} processes`}, ${run.processes ? 'each zone in a process of its own' : 'the zones of each in one process'}`,
    ],
  ];
  return html`<section id="run" aria-labelledby="run-title"><h2 id="run-title">About this run</h2><dl class="facts">${facts.map(
    ([title, value]) => value !== undefined && html`<div><dt>${title}</dt><dd>${value}</dd></div>`,
  )}</dl></section>`;
}

/** The operations of a scenario as a table: who did what from where, how it ended, and how long it took. */
import type { Operation, Outcome, ScenarioResult } from '../../harness/verdict/results.ts';
import { duration } from '../amounts.ts';
import { outcomeInWords } from '../in-words.ts';
import { html, type Markup } from '../markup.ts';
import { type Column, table } from './table.ts';

const phaseWords: Readonly<Record<Operation['phase'], string>> = {
  given: 'before',
  calibration: 'calibration',
  act: 'act',
  expectation: 'check',
  canary: 'canary',
};

/** An outcome: its word, its code, and what was seen. */
export function outcomeMarkup(outcome: Outcome): Markup {
  const { word, code, detail } = outcomeInWords(outcome);
  return html`<span class="outcome ${outcome.kind}">${word}</span>${code !== undefined && html` <code>${code}</code>`}${detail !== '' && html` <span class="quiet">${detail}</span>`}`;
}

const columns = (startedAtMs: number): readonly Column<Operation>[] => [
  { title: 'At', kind: 'number', cell: ({ invokedAtMs }) => `+${duration(Math.max(0, invokedAtMs - startedAtMs))}` },
  { title: 'Part', cell: ({ phase }) => html`<span class="part ${phase}">${phaseWords[phase]}</span>` },
  { title: 'Who', kind: 'main', cell: ({ actor }) => actor },
  { title: 'From', cell: ({ from }) => from },
  { title: 'Did', cell: ({ verb }) => verb },
  { title: 'Outcome', cell: ({ outcome }) => outcomeMarkup(outcome) },
  { title: 'Took', kind: 'number', cell: ({ invokedAtMs, endedAtMs }) => duration(endedAtMs - invokedAtMs) },
];

/** The whole history of a scenario, in the order in which it was invoked; nothing when there is none. */
export const operations = ({ operations: history, startedAtMs }: ScenarioResult): Markup | false =>
  history.length > 0 &&
  html`<section><h4>What was done</h4>${table('Operations in the order in which they were invoked', columns(startedAtMs), history)}</section>`;

/** Rows of one family that can be opened and closed, with how many ended in which way. */
import type { ScenarioResult } from '../../harness/verdict/results.ts';
import { headingOf, verdictWord } from '../in-words.ts';
import { html, type Markup } from '../markup.ts';
import { verdictKinds } from '../tally.ts';
import { type Column, table } from './table.ts';
import { mark } from './verdict-mark.ts';

type Row = { readonly scenario: ScenarioResult };

const counts = (rows: readonly Row[]): Markup =>
  html`<span class="group-counts">${verdictKinds.flatMap((kind) => {
    const many = rows.filter(({ scenario }) => scenario.verdict.kind === kind).length;
    return many === 0 ? [] : [html`<span class="${kind}">${mark(kind)} ${many} ${verdictWord[kind]}</span>`];
  })}</span>`;

type Family<Each extends Row> = { readonly name: string; readonly caption: string; readonly columns: readonly Column<Each>[] };

/** `caption` names the table for whoever cannot see it. */
export const group = <Each extends Row>(
  { name, caption, columns }: Family<Each>,
  rows: readonly Each[],
): Markup => html`<details class="group">
<summary><span class="capability">${headingOf(name)}</span>${counts(rows)}</summary>
<div class="members">${table(caption, columns, rows)}</div></details>`;

/** Marked moments, told one by one: what was noted, when, and how long after the one before. */
import type { Mark } from '../../harness/verdict/results.ts';
import { duration, isoInstant } from '../amounts.ts';
import { sentence } from '../in-words.ts';
import { html, type Markup } from '../markup.ts';
import { momentInWords } from './drill-moments.ts';

const when = (mark: Mark, before: Mark | undefined, startMs: number): Markup => {
  const at = before === undefined && mark.atMs === startMs ? 'start' : `+${duration(mark.atMs - startMs)}`;
  const gap = before !== undefined && before.atMs !== startMs && html`<span class="gap">${duration(mark.atMs - before.atMs)} later</span>`;
  return html`<p class="when"><time datetime="${isoInstant(mark.atMs) ?? ''}">${at}</time>${gap}</p>`;
};

/** The list of moments that are in order; the times count from `startMs`, in milliseconds since the epoch. */
export const momentList = (marks: readonly Mark[], startMs: number): Markup =>
  html`<ol class="moments">${marks.map(
    (mark, index) =>
      html`<li><span class="number" aria-hidden="true">${index + 1}</span><div><p class="what">${sentence(momentInWords(mark.name))}</p>${mark.note !== undefined && html`<p class="note">${mark.note}</p>`}</div>
${when(mark, marks[index - 1], startMs)}</li>`,
  )}</ol>`;

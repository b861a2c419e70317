/** The marks that stand for verdicts: each has a shape of its own and is always followed by its word, so colour carries nothing alone. */
import type { CheckerResult, VerdictKind } from '../../harness/verdict/results.ts';
import { verdictWord } from '../in-words.ts';
import { html, type Markup } from '../markup.ts';
import { standingKinds, standingOf, standingWords } from '../standing.ts';

const outlines: Readonly<Record<VerdictKind, Markup>> = {
  pass: html`<circle cx="12" cy="12" r="10.5"/><path d="M7 12.4l3.4 3.4L17 9"/>`,
  fail: html`<path class="solid" d="M7.7 1.5h8.6l6.2 6.2v8.6l-6.2 6.2H7.7l-6.2-6.2V7.7z"/><path d="M8.3 8.3l7.4 7.4M15.7 8.3l-7.4 7.4"/>`,
  error: html`<path class="solid" d="M12 1.8L23 21.6H1z"/><path d="M12 8.6v6M12 17.7v.6"/>`,
  inconclusive: html`<path class="solid" d="M12 .9L23.1 12 12 23.1.9 12z"/><path d="M9.3 9.7a2.7 2.7 0 1 1 3.9 2.4c-.8.4-1.2.9-1.2 1.9M12 16.8v.5"/>`,
  skipped: html`<circle class="hollow" cx="12" cy="12" r="10"/><path d="M7.5 12h9"/>`,
};

/** The symbols, once for the page; `mark` refers to them. */
export const markSymbols = (): Markup =>
  html`<svg class="symbols" aria-hidden="true" focusable="false">${Object.entries(outlines).map(
    ([kind, outline]) => html`<symbol id="mark-${kind}" viewBox="0 0 24 24">${outline}</symbol>`,
  )}</svg>`;

/** The bare mark, for places where the word stands beside it anyway. */
export const mark = (kind: VerdictKind): Markup =>
  html`<svg class="mark ${kind}" aria-hidden="true" focusable="false" viewBox="0 0 24 24"><use href="#mark-${kind}"/></svg>`;

/** Mark and word. `word` replaces the usual one (`held`, `not met`). */
export const verdictBadge = (kind: VerdictKind, word: string = verdictWord[kind]): Markup =>
  html`<span class="badge ${kind}">${mark(kind)}<span>${word}</span></span>`;

/** Mark and words of a check over the whole run. */
export const checkBadge = (checker: CheckerResult): Markup => {
  const standing = standingOf(checker);
  return verdictBadge(standingKinds[standing], standingWords[standing]);
};

/** Requirement ids and citations: as a line in which each stays in one piece, and as a list that says what each is about. */
import type { RunResults } from '../../harness/verdict/results.ts';
import { html, type Markup } from '../markup.ts';
import { requirementAnchor } from './anchors.ts';

/** The title of an id, if the run gave it one. */
export type Titles = (id: string) => string | undefined;

export const titlesOf = ({ titles }: RunResults): Titles => {
  const known = new Map(Object.entries(titles));
  return (id) => known.get(id);
};

/** An id of ours: `B-07` or `S13`; what else is cited is a specification, and stands in no index of this page. */
export const isRequirement = (id: string): boolean => /^(?:[A-Z]-\d+|S\d+)$/.test(id);

/** The ids in the order given; what each is about is told to who points at it. */
export const idLine = (ids: readonly string[], titles: Titles): Markup =>
  html`<span class="ids">${ids.map((id) => {
    const title = titles(id);
    return title === undefined ? html`<span>${id}</span> ` : html`<span title="${title}">${id}</span> `;
  })}</span>`;

/** A sentence in which the options of a command stay in one piece. */
export const withOptions = (text: string): Markup =>
  html`${text.split(/(--[a-z]+)/).map((part) => (part.startsWith('--') ? html`<code>${part}</code>` : part))}`;

/** One line for each id, with its title. `linked`: those that the page's index of requirements holds lead there. */
export const idList = (ids: readonly string[], titles: Titles, linked: 'linked' | 'plain' = 'plain'): Markup =>
  html`<ul class="titled">${ids.map((id) => {
    const shown =
      linked === 'linked' && isRequirement(id)
        ? html`<a class="id" href="#${requirementAnchor(id)}">${id}</a>`
        : html`<span class="id">${id}</span>`;
    return html`<li>${shown} <span>${titles(id)}</span></li>`;
  })}</ul>`;

/** A line of requirement ids and citations, each of which stays in one piece. */
import { html, type Markup } from '../markup.ts';

/** The ids in the order given. */
export const idLine = (ids: readonly string[]): Markup => html`<span class="ids">${ids.map((id) => html`<span>${id}</span> `)}</span>`;

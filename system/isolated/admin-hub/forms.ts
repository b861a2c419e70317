/** Forms that are one button: everything but the button is hidden, and their token too. */
import { type Html, html } from '../../kernel/html.ts';
import { type Frame, tokenField } from './frame.ts';

type Button = {
  readonly path: string;
  readonly values: Readonly<Record<string, string>>;
  readonly text: string;
  /** What it is about, for whoever hears the button by itself. */
  readonly about: string;
  readonly loud?: boolean;
};

export const buttonForm = (frame: Frame, { path, values, text, about, loud = false }: Button): Html =>
  html`<form method="post" action="${path}">${tokenField(frame)}${Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button type="submit"${loud ? undefined : html` class="quiet"`} aria-label="${text}: ${about}">${text}</button></form>`;

/** What was done, above the page that it led back to: the first of these words that stands in the query. */
export const notes = (query: Readonly<Record<string, string>>, said: Readonly<Record<string, Html>>): Html | undefined => {
  const text = said[Object.keys(said).find((name) => query.done === name) ?? ''];
  return text && html`<p role="status">${text}</p>`;
};

export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Builds HTML in which every value is text unless this file made it: what a run recorded can never become markup. */

/** Finished HTML. Only `html` and `verbatim` make one. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: `undefined` and `false` print nothing. */
export type Piece = string | number | Markup | undefined | false | readonly Piece[];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

/** Controls and non-characters, except the tab and the line feed. */
const unprintable = /[^\P{Cc}\t\n]|\p{Noncharacter_Code_Point}/gu;
/** Marks that reorder text: a refusal code must not read backwards. */
const reordering = /\p{Bidi_Control}/gu;

const visible = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Text as it may stand in HTML content and in quoted attributes. Characters that cannot be shown become U+FFFD, those that reorder text become visible. */
const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    .replace(unprintable, '\ufffd')
    .replace(reordering, visible)
    .replace(/[&<>"'`]/g, (character) => entities[character] ?? '');

const print = (piece: Piece): string => {
  if (piece === undefined || piece === false) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'string') return escapeHtml(piece);
  return typeof piece === 'number' ? String(piece) : piece.map(print).join('');
};

/** A template of HTML; every interpolated string is escaped. Attribute values must be quoted in the template. */
export const html = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup =>
  new Markup(strings.reduce((done, part, index) => done + print(pieces[index - 1]) + part));

/** Our own constant text, for `<style>` and `<script>` only. Throws a `TypeError` when it would end its element early. */
export const verbatim = (text: string): Markup => {
  if (/<\/(?:style|script)|<!--/i.test(text)) throw new TypeError('this text would end its element early');
  return new Markup(text);
};

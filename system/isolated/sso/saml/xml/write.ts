/** Writes XML of our own: every value is escaped, whatever it holds. XML 1.0 §2.4. */

/** XML as it is. Only `xml` makes it. */
export type Written = { readonly written: string };

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const escaped = (value: string): string => value.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

type Value = string | Written | readonly Written[] | undefined;
function shown(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escaped(value);
  return 'written' in value ? value.written : value.map(({ written }) => written).join('');
}

/** Tagged template. White space at the start of a line is for who reads the code, and left out. */
export const xml = (strings: TemplateStringsArray, ...values: readonly Value[]): Written => ({
  written: strings.map((part, index) => part.replace(/\n\s*/g, '') + shown(values[index])).join(''),
});

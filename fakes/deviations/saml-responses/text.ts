/** Edits the text of a SAML message as somebody with an editor would, whichever product wrote it: elements are found by the names that all of them use. */

/** An edit that found nothing to change: it would be no deviation at all. */
export class NothingToChange extends Error {
  override readonly name = 'NothingToChange';
}

export type Change = (xml: string) => string;

const startTag = (name: string): RegExp => new RegExp(`<${name}(?=[\\s/>])[^>]*>`);

/** The first element of this name, with all that is in it. Throws `NothingToChange` when there is none. */
export function elementIn(xml: string, name: string): string {
  const [start = ''] = startTag(name).exec(xml) ?? [];
  if (start === '') throw new NothingToChange(`there is no ${name}`);
  if (start.endsWith('/>')) return start;
  const from = xml.indexOf(start);
  const end = `</${name}>`;
  return xml.slice(from, xml.indexOf(end, from) + end.length);
}

/** Throws `NothingToChange` when `part` does not stand in the text. */
export function replaced(xml: string, part: string, by: string): string {
  const at = part === '' ? -1 : xml.indexOf(part);
  if (at < 0) throw new NothingToChange('what should be replaced is not there');
  return xml.slice(0, at) + by + xml.slice(at + part.length);
}

/** Changes the first element of this name, and nothing around it. */
export const inElement =
  (name: string, change: Change): Change =>
  (xml) => {
    const element = elementIn(xml, name);
    return replaced(xml, element, change(element));
  };

export const withoutElement =
  (name: string): Change =>
  (xml) =>
    replaced(xml, elementIn(xml, name), '');

/** The value as it is written; undefined when the first element of this name has no such attribute. */
export function attributeIn(xml: string, name: string, attribute: string): string | undefined {
  const [start = ''] = startTag(name).exec(xml) ?? [];
  return new RegExp(`\\s${attribute}="([^"]*)"`).exec(start)?.[1];
}

/** Sets an attribute of the first element of this name, or takes it away. */
export const withAttribute =
  (name: string, attribute: string, value: string | undefined): Change =>
  (xml) => {
    const [start = ''] = startTag(name).exec(xml) ?? [];
    const bare = start.replace(new RegExp(`\\s${attribute}="[^"]*"`), '');
    const set = value === undefined ? bare : bare.replace(`<${name}`, () => `<${name} ${attribute}="${value}"`);
    if (set === start) throw new NothingToChange(`${name} has no ${attribute}`);
    return replaced(xml, start, set);
  };

/** What stands between the tags of the first element of this name. */
const textIn = (xml: string, name: string): string =>
  elementIn(xml, name)
    .replace(/^<[^>]*>/, '')
    .replace(/<\/[^>]*>$/, '');

export const withText =
  (name: string, change: Change): Change =>
  (xml) => {
    const element = elementIn(xml, name);
    const text = textIn(xml, name);
    return replaced(xml, element, replaced(element, `>${text}</`, `>${change(text)}</`));
  };

/** Puts a piece right before the first element of this name. */
export const before =
  (name: string, piece: string): Change =>
  (xml) =>
    xml.replace(elementIn(xml, name), (element) => piece + element);

/** Puts a piece in as the last thing of the first element of this name. */
export const lastIn = (name: string, piece: string): Change =>
  inElement(name, (element) => {
    const end = `</${name}>`;
    if (element.endsWith('/>')) return element.replace(/\s*\/>$/, () => `>${piece}${end}`);
    return element.slice(0, -end.length) + piece + end;
  });

/** A strict reader of the XML that JUnit files consist of; it accepts nothing that is not well-formed. */

export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const notAChar = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\p{Cs}\ufffe\uffff]/u;

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+))?;?/g, (whole, number?: string, name?: string) => {
    const value = number === undefined ? entities[name ?? ''] : String.fromCodePoint(Number(number));
    if (value === undefined || !whole.endsWith(';')) throw new SyntaxError(`not an entity: ${whole}`);
    return value;
  });

const attributesOf = (text: string): Record<string, string> => {
  const found: Record<string, string> = {};
  const rest = text.replace(/\s+([\w:-]+)="([^"<]*)"/g, (_, name: string, value: string) => {
    if (name in found) throw new SyntaxError(`${name} twice`);
    found[name] = decoded(value);
    return '';
  });
  if (rest.trim() !== '') throw new SyntaxError(`not attributes: ${rest}`);
  return found;
};

/** Parses a document with one root element, without comments, CDATA or processing instructions. Throws a `SyntaxError`. */
export function parseXml(text: string): Element {
  if (notAChar.test(text)) throw new SyntaxError('a character that XML 1.0 does not have');
  const body = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [root];
  for (const [, tag, plain] of body.matchAll(/<([^<>]*)>|([^<]+|<)/g)) {
    const parent = open.at(-1);
    if (!parent) throw new SyntaxError('text after the end');
    if (tag === undefined) {
      if (plain === '<' || plain?.includes(']]>')) throw new SyntaxError('a bare <');
      parent.text += decoded(plain ?? '');
    } else if (tag.startsWith('/')) {
      if (open.pop()?.name !== tag.slice(1)) throw new SyntaxError(`${tag} closes nothing`);
    } else {
      const [, name, attributes] = /^([\w-]+)((?:\s[\s\S]*)?)$/.exec(tag) ?? [];
      if (name === undefined) throw new SyntaxError(`not a tag: ${tag}`);
      const element: Element = { name, attributes: attributesOf(attributes ?? ''), children: [], text: '' };
      parent.children.push(element);
      open.push(element);
    }
  }
  const [only, ...more] = root.children;
  if (open.length !== 1 || !only || more.length > 0) throw new SyntaxError('not one whole element');
  return only;
}

/** Reads XML text token by token, by a grammar much narrower than XML's: what does not fit it is never shown to a lenient parser as if it were plain. XML 1.0 §2. Threats: a document that two parsers read differently (I-07), entity expansion, nesting without end. */

/** What stands in a text. A text with any of the first four may be good XML; it is not what an identity provider has to send. */
export type Lexis = {
  readonly doctype: boolean;
  readonly comment: boolean;
  readonly instruction: boolean;
  readonly cdata: boolean;
  /** Tags match, attributes are unique, every reference is one of the five names or a character, and nothing stands outside the root. */
  readonly wellFormed: boolean;
  /** The deepest nesting of elements. */
  readonly depth: number;
  /** Elements and attributes together: what every step after this one costs. */
  readonly nodes: number;
};

const name = '[A-Za-z_][A-Za-z0-9_.-]*(?::[A-Za-z_][A-Za-z0-9_.-]*)?';
const attribute = `[ \\n\\t]+(${name})[ \\n\\t]*=[ \\n\\t]*("[^"<\\n\\t]*"|'[^'<\\n\\t]*')`;
/** With little room, as in a document type and an instruction: parsers search white space there in time that grows with its square. */
const declaration =
  /^<\?xml[ \n]{1,9}version=["']1\.0["'](?:[ \n]{1,9}encoding=["'][Uu][Tt][Ff]-8["'])?(?:[ \n]{1,9}standalone=["'](?:yes|no)["'])?[ \n]{0,9}\?>/;
const longestMarkup = 1_000;
const startTag = new RegExp(`<(${name})((?:${attribute})*)[ \\n\\t]*(/?)>`, 'y');
const endTag = new RegExp(`</(${name})[ \\n\\t]*>`, 'y');
const characters = /[^<]+/y;
const eachAttribute = new RegExp(attribute, 'g');

const references = /&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));/g;
/** XML 1.0 §2.2, without the line ends of XML 1.1, which some parsers turn into a line feed and others do not. */
const isCharacter = (point: number): boolean =>
  point === 0x09 ||
  point === 0x0a ||
  (point >= 0x20 && point <= 0xd7ff && point !== 0x85 && point !== 0x2028) ||
  (point >= 0xe000 && point <= 0xfffd) ||
  (point >= 0x10000 && point <= 0x10ffff);
const hasOnlyCharacters = (text: string): boolean => [...text].every((character) => isCharacter(character.codePointAt(0) ?? 0));

/** Every ampersand begins a reference to one of the five names or to a character. A carriage return may only come as a reference. */
function hasPlainReferences(text: string): boolean {
  const rest = text.replace(references, (_all, named?: string, decimal?: string, hexadecimal?: string) => {
    if (named !== undefined) return '';
    const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
    return point === 0x0d || isCharacter(point) ? '' : '&';
  });
  return !rest.includes('&');
}

const isSpace = (character: string | undefined): boolean => character === ' ' || character === '\n' || character === '\t';
/** By hand: an expression that looks for white space at an end begins anew at every one that is at none. */
function withoutOuterSpace(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && isSpace(text[from])) from += 1;
  while (to > from && isSpace(text[to - 1])) to -= 1;
  return text.slice(from, to);
}

/** `text` has line feeds for line ends. Takes time in proportion to its length. */
export function lexis(text: string): Lexis {
  const seen = new Set<Token['kind']>();
  const open: string[] = [];
  let [depth, roots, nodes] = [0, 0, 0];
  const document = withoutOuterSpace(text.replace(declaration, ''));
  const found = (wellFormed: boolean): Lexis => ({
    doctype: seen.has('doctype'),
    comment: seen.has('comment'),
    instruction: seen.has('instruction'),
    cdata: seen.has('cdata'),
    wellFormed: wellFormed && hasOnlyCharacters(text),
    depth,
    nodes,
  });
  for (let at = 0; at < document.length; ) {
    const next = tokenAt(document, at);
    if (next === undefined) return found(false);
    seen.add(next.kind);
    if (open.length === 0 && next.kind === 'start') roots += 1;
    if (open.length === 0 && next.kind === 'characters' && document.slice(at, next.endsAt).trim() !== '') return found(false);
    if (next.kind === 'end' && open.pop() !== next.name) return found(false);
    if (next.kind === 'start') [depth, nodes] = [Math.max(depth, open.length + 1), nodes + 1 + next.attributes];
    if (next.kind === 'start' && !next.empty) open.push(next.name);
    at = next.endsAt;
  }
  return found(roots === 1 && open.length === 0);
}

type Markup = 'comment' | 'cdata' | 'doctype' | 'instruction';
type Token =
  | { readonly kind: 'start'; readonly name: string; readonly attributes: number; readonly empty: boolean; readonly endsAt: number }
  | { readonly kind: 'end'; readonly name: string; readonly endsAt: number }
  | { readonly kind: 'characters' | Markup; readonly endsAt: number };

const markup: Readonly<Record<Markup, RegExp>> = {
  comment: /<!--(?:[^-]|-[^-])*-->/y,
  cdata: /<!\[CDATA\[(?:[^\]]|\](?!\]>))*\]\]>/y,
  doctype: /<!DOCTYPE[^>[]*(?:\[[^\]]*\][^>[]*)?>/y,
  instruction: /<\?[^?]*\?>/y,
};
const kindsOfMarkup = Object.keys(markup) as readonly Markup[];

function tokenAt(text: string, at: number): Token | undefined {
  const match = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = at;
    return expression.exec(text);
  };
  if (text[at] !== '<') {
    const [said = ''] = match(characters) ?? [];
    return hasPlainReferences(said) && !said.includes(']]>') ? { kind: 'characters', endsAt: at + said.length } : undefined;
  }
  const end = match(endTag);
  if (end) return { kind: 'end', name: end[1] ?? '', endsAt: at + end[0].length };
  const start = match(startTag);
  const attributes = plainAttributes(start?.[2] ?? '');
  if (start && attributes !== undefined)
    return { kind: 'start', name: start[1] ?? '', attributes, empty: start[0].endsWith('/>'), endsAt: at + start[0].length };
  for (const kind of kindsOfMarkup) {
    const found = match(markup[kind]);
    const hasRoom = kind === 'comment' || kind === 'cdata' || (found?.[0].length ?? 0) <= longestMarkup;
    if (found && hasRoom) return { kind, endsAt: at + found[0].length };
  }
  return undefined;
}

/** How many there are; undefined when one stands twice, or is no plain text. */
function plainAttributes(text: string): number | undefined {
  const names = [...text.matchAll(eachAttribute)].map((found) => found[1]);
  return new Set(names).size === names.length && hasPlainReferences(text) ? names.length : undefined;
}

/** The one parse of a SAML message, and how its tree is read: by namespace and name, never by prefix (S9, I-07). */
import { DOMParser, type XmlElement, type XmlNode } from '@xmldom/xmldom';
import { type Lexis, lexis } from './lexis.ts';

export type { XmlElement } from '@xmldom/xmldom';
/** `text` has line feeds for line ends: what is verified is this text and no other. */
export type Parsed = { readonly text: string; readonly root: XmlElement | undefined; readonly lexis: Lexis };

export const namespaces = {
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
  encryption: 'http://www.w3.org/2001/04/xmlenc#',
} as const;
export type Vocabulary = keyof typeof namespaces;

/** Beyond this nothing is read at all: who walks a tree must not run out of stack. */
const deepestRead = 200;
/** Far more than the metadata of any one identity provider; a parser's work grows faster than their number. */
const mostNodesRead = 3_000;

class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** Line ends are made line feeds (XML 1.0 §2.11). `root` is undefined when the text is not well-formed, or a prefix has no namespace: the parser repairs in silence what it cannot read, so it sees nothing of that kind. */
export function parse(given: string): Parsed {
  const text = given.replace(/\r\n?/g, '\n');
  const found = lexis(text);
  const isRead = found.wellFormed && found.depth <= deepestRead && found.nodes <= mostNodesRead;
  return { text, lexis: found, root: isRead ? rootOf(text) : undefined };
}

function rootOf(text: string): XmlElement | undefined {
  try {
    const refuse = (level: string, message: unknown): void => {
      throw new Unreadable(`${level}: ${String(message)}`);
    };
    const root = new DOMParser({ errorHandler: refuse }).parseFromString(text, 'text/xml')?.documentElement ?? undefined;
    return root && everyPrefixIsBound(root) ? root : undefined;
  } catch {
    return undefined;
  }
}

const everyPrefixIsBound = (root: XmlElement): boolean =>
  within(root).every(
    (element) =>
      (!element.prefix || Boolean(element.namespaceURI)) &&
      Array.from(element.attributes).every(({ prefix, namespaceURI }) => !prefix || Boolean(namespaceURI)),
  );

const isElement = (node: XmlNode): node is XmlElement => node.nodeType === 1;
export const elementsIn = (element: XmlElement): readonly XmlElement[] => Array.from(element.childNodes).filter(isElement);

/** The element and all below it, in document order. */
export function within(root: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    found.push(element);
    waiting.push(...elementsIn(element).toReversed());
  }
  return found;
}

export const isNamed = (element: XmlElement | undefined, vocabulary: Vocabulary, name: string): element is XmlElement =>
  element?.namespaceURI === namespaces[vocabulary] && element.localName === name;
export const childrenNamed = (parent: XmlElement | undefined, vocabulary: Vocabulary, name: string): readonly XmlElement[] =>
  parent ? elementsIn(parent).filter((element) => isNamed(element, vocabulary, name)) : [];
/** The only child of that name: undefined when there is none, and when there are several. */
export function onlyChild(parent: XmlElement | undefined, vocabulary: Vocabulary, name: string): XmlElement | undefined {
  const [first, ...others] = childrenNamed(parent, vocabulary, name);
  return others.length === 0 ? first : undefined;
}

/** An attribute without a namespace; undefined when it is not there. */
export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined =>
  Array.from(element?.attributes ?? []).find((attribute) => attribute.name === name)?.value;

/** The whole text of an element, in one piece; undefined when it holds anything but text, so that nothing can hide a part of it. */
export function textOf(element: XmlElement | undefined): string | undefined {
  const nodes = Array.from(element?.childNodes ?? []);
  const isPlain = element !== undefined && nodes.every(({ nodeType }) => nodeType === 3);
  return isPlain ? nodes.map(({ nodeValue }) => nodeValue ?? '').join('') : undefined;
}

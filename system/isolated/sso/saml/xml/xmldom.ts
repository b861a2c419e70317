/** The part of @xmldom/xmldom that is used here: its own types would bring every global of a browser into the whole project. */

export interface XmlNode {
  readonly nodeType: number;
  readonly childNodes: ArrayLike<XmlNode>;
  readonly parentNode: XmlNode | null;
  readonly nodeValue: string | null;
}
export interface XmlAttribute {
  readonly name: string;
  readonly localName: string;
  readonly prefix: string | null;
  readonly namespaceURI: string | null;
  readonly value: string;
}
export interface XmlElement extends XmlNode {
  readonly localName: string;
  readonly prefix: string | null;
  readonly namespaceURI: string | null;
  readonly attributes: ArrayLike<XmlAttribute>;
  /** The element as text. */
  toString(): string;
}
export interface XmlDocument extends XmlNode {
  readonly documentElement: XmlElement | null;
}

export declare class DOMParser {
  constructor(options?: { readonly errorHandler?: (level: string, message: unknown) => void });
  parseFromString(text: string, mimeType: string): XmlDocument | undefined;
}
export declare class XMLSerializer {
  serializeToString(node: XmlNode): string;
}

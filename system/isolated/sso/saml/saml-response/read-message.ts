/** Reads the text of a SAML response, its envelope and the one assertion in it, before any of that is believed (I-07, S9). */
import { attributeOf, childrenNamed, isNamed, onlyChild, type Parsed, textOf, within, type XmlElement } from '../xml/tree.ts';
import { idsWithin } from './assertion.ts';
import { decrypted } from './encryption.ts';
import type { AssertionsFacts, EnvelopeFacts, MessageFacts } from './facts.ts';

/** More than any form can hold: not even looked at. */
const neverReadCharacters = 64 * 1024;

/** The text of base64 of UTF-8; empty when it is neither. */
export function decoded(base64: string): string {
  if (base64.length > neverReadCharacters) return '';
  const plain = base64.replace(/[\r\n]/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(plain) || plain.length % 4 !== 0) return '';
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(plain, 'base64'));
  } catch {
    return '';
  }
}

/** What is to be judged of the text; `inner` is what was encrypted in it. */
export function messageOf(base64: string, outer: Parsed, inner: Parsed | undefined): MessageFacts {
  const parts = [outer, ...(inner ? [inner] : [])];
  const any = (flag: 'doctype' | 'comment' | 'instruction' | 'cdata'): boolean => parts.some(({ lexis }) => lexis[flag]);
  const ids = parts.flatMap(({ root }) => (root ? idsWithin(root) : []));
  return {
    bytes: Math.floor((base64.length * 3) / 4),
    doctype: any('doctype'),
    comment: any('comment'),
    instruction: any('instruction'),
    cdata: any('cdata'),
    wellFormed: parts.every(({ lexis }) => lexis.wellFormed),
    readable: parts.every(({ root }) => root !== undefined),
    depth: Math.max(...parts.map(({ lexis }) => lexis.depth)),
    nodes: parts.reduce((sum, { lexis }) => sum + lexis.nodes, 0),
    idsAreNames: ids.every((id) => /^[A-Za-z_][A-Za-z0-9._-]*$/.test(id)),
    idsAreUnique: new Set(ids).size === ids.length,
  };
}

export const envelopeOf = (root: XmlElement | undefined): EnvelopeFacts => ({
  isResponse: isNamed(root, 'protocol', 'Response'),
  version: attributeOf(root, 'Version'),
  issuer: textOf(onlyChild(root, 'assertion', 'Issuer')),
  destination: attributeOf(root, 'Destination'),
  inResponseTo: attributeOf(root, 'InResponseTo'),
  status: attributeOf(onlyChild(onlyChild(root, 'protocol', 'Status'), 'protocol', 'StatusCode'), 'Value'),
});

type Found = { readonly facts: AssertionsFacts; readonly document: Parsed; readonly element: XmlElement | undefined };
const isAssertion = (element: XmlElement): boolean => isNamed(element, 'assertion', 'Assertion');
const isEncrypted = (element: XmlElement): boolean => isNamed(element, 'assertion', 'EncryptedAssertion');

/** Before anything is decrypted. */
export function closedAssertionIn({ root }: Parsed): AssertionsFacts {
  const found = root ? within(root).filter((element) => isAssertion(element) || isEncrypted(element)).length : 0;
  const [plain] = childrenNamed(root, 'assertion', 'Assertion');
  const [encrypted] = childrenNamed(root, 'assertion', 'EncryptedAssertion');
  return { found, inPlace: plain !== undefined || encrypted !== undefined, encrypted: !plain && encrypted !== undefined, opened: true };
}

/** The one assertion, and the document that it stands in: the message, or what was encrypted in it. */
export async function assertionIn(outer: Parsed, decryptionKeyPem: string): Promise<Found> {
  const closed = closedAssertionIn(outer);
  const [plain] = childrenNamed(outer.root, 'assertion', 'Assertion');
  const [encrypted] = childrenNamed(outer.root, 'assertion', 'EncryptedAssertion');
  if (plain || !encrypted) return { document: outer, element: plain, facts: closed };
  const document = await decrypted(encrypted, decryptionKeyPem);
  const element = document?.root && isAssertion(document.root) ? document.root : undefined;
  const nested = element ? within(element).filter((each) => each !== element && (isAssertion(each) || isEncrypted(each))) : [];
  const facts = { ...closed, found: closed.found + nested.length, opened: element !== undefined };
  return { document: element && document ? document : outer, element, facts };
}

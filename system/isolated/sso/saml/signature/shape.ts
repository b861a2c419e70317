/** What an XML signature says of itself, read before any of it is believed. SAML Core 2.0 §5.4, XML Signature §4. Threats: a signature over another element than the one that is read, a transform that changes what is read, a weak or confused algorithm (I-07, S9). */
import {
  attributeOf,
  childrenNamed,
  elementsIn,
  isNamed,
  onlyChild,
  textOf,
  type Vocabulary,
  within,
  type XmlElement,
} from '../xml/tree.ts';

export type SignatureShape = {
  /** SignedInfo, SignatureValue and at most KeyInfo, once each and in this order; nothing that could hold something else. */
  readonly wellShaped: boolean;
  readonly references: number;
  /** The one reference names the element that the signature stands in, by its ID. */
  readonly namesItsParent: boolean;
  readonly transforms: readonly string[];
  readonly canonicalization: string;
  readonly algorithm: string;
  readonly digest: string;
  /** The certificates in KeyInfo: base64 of the DER. A hint, and believed in nothing. */
  readonly certificates: readonly string[];
};

const isSignature = (element: XmlElement): boolean => isNamed(element, 'signature', 'Signature');
export const signaturesWithin = (root: XmlElement): readonly XmlElement[] => within(root).filter(isSignature);

/** Directly behind the issuer, where the schema has it: nowhere else, and so never twice. SAML Core 2.0 §2.3.3, §3.2.1. */
export function standsInPlace(signature: XmlElement, parent: XmlElement): boolean {
  const [issuer, second] = elementsIn(parent);
  return isNamed(issuer, 'assertion', 'Issuer') && second === signature;
}

const names = (parent: XmlElement | undefined, vocabulary: Vocabulary): string =>
  parent
    ? elementsIn(parent)
        .map((element) => (isNamed(element, vocabulary, element.localName) ? element.localName : '?'))
        .join(' ')
    : '';

/** Never throws: what is missing is an empty text. */
export function shapeOf(signature: XmlElement): SignatureShape {
  const signedInfo = onlyChild(signature, 'signature', 'SignedInfo');
  const references = childrenNamed(signedInfo, 'signature', 'Reference');
  const [reference] = references;
  const keyInfo = onlyChild(signature, 'signature', 'KeyInfo');
  const parentId =
    signature.parentNode && 'attributes' in signature.parentNode ? attributeOf(signature.parentNode as XmlElement, 'ID') : undefined;
  const method = (parent: XmlElement | undefined, name: string): string =>
    attributeOf(onlyChild(parent, 'signature', name), 'Algorithm') ?? '';
  return {
    wellShaped:
      /^SignedInfo SignatureValue( KeyInfo)?$/.test(names(signature, 'signature')) &&
      /^CanonicalizationMethod SignatureMethod( Reference)*$/.test(names(signedInfo, 'signature')) &&
      references.every((each) => /^(Transforms )?DigestMethod DigestValue$/.test(names(each, 'signature'))),
    references: references.length,
    namesItsParent:
      parentId !== undefined && references.length > 0 && references.every((each) => attributeOf(each, 'URI') === `#${parentId}`),
    transforms: transformsOf(reference),
    canonicalization: method(signedInfo, 'CanonicalizationMethod'),
    algorithm: method(signedInfo, 'SignatureMethod'),
    digest: method(reference, 'DigestMethod'),
    certificates: keyInfo ? certificatesWithin(keyInfo) : [],
  };
}

const transformsOf = (reference: XmlElement | undefined): readonly string[] =>
  childrenNamed(onlyChild(reference, 'signature', 'Transforms'), 'signature', 'Transform').map(
    (transform) => attributeOf(transform, 'Algorithm') ?? '',
  );

const certificatesWithin = (keyInfo: XmlElement): readonly string[] =>
  within(keyInfo)
    .filter((element) => isNamed(element, 'signature', 'X509Certificate'))
    .map((element) => (textOf(element) ?? '').replace(/\s+/g, ''));

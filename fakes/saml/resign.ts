/** Signs an element of any SAML message again, whoever wrote it: what departs from an honest message is validly signed all the same. XML Signature §3.1. */
import { SignedXml } from 'xml-crypto';
import { algorithms, certificateBase64, type SamlSigningKey } from './signature.ts';

/** What a deviation may change about the signature itself. */
export type ResignOptions = {
  readonly algorithm?: string;
  readonly digest?: string;
  readonly canonicalization?: string;
  readonly transforms?: readonly string[];
  /** Base64 of the DER in KeyInfo; the key's own certificate by default, `none` for no KeyInfo. */
  readonly namedCertificate?: string;
};

/** Takes the signatures out that stand right in the element with this ID, and puts a fresh one behind its issuer. */
export function resigned(xml: string, id: string, { key, ...options }: ResignOptions & { readonly key: SamlSigningKey }): string {
  const named = options.namedCertificate ?? certificateBase64(key.certificatePem);
  const target = `//*[@ID='${id}']`;
  const signer = new SignedXml({
    privateKey: key.privateKeyPem,
    signatureAlgorithm: options.algorithm ?? algorithms.rsaSha256,
    canonicalizationAlgorithm: options.canonicalization ?? algorithms.canonicalization,
    getKeyInfoContent: () => (named === 'none' ? null : `<ds:X509Data><ds:X509Certificate>${named}</ds:X509Certificate></ds:X509Data>`),
  });
  signer.addReference({
    xpath: target,
    uri: `#${id}`,
    digestAlgorithm: options.digest ?? algorithms.sha256,
    transforms: [...(options.transforms ?? [algorithms.enveloped, algorithms.canonicalization])],
  });
  signer.computeSignature(withoutSignature(xml, id), {
    prefix: 'ds',
    location: { reference: `${target}/*[local-name()='Issuer']`, action: 'after' },
  });
  return signer.getSignedXml();
}

/** Without the signature that refers to the element with this ID. */
export function withoutSignature(xml: string, id: string): string {
  const signatures = xml.match(/<(?:[\w-]+:)?Signature[\s>][\s\S]*?<\/(?:[\w-]+:)?Signature>/g) ?? [];
  return signatures.filter((signature) => signature.includes(`URI="#${id}"`)).reduce((text, signature) => text.replace(signature, ''), xml);
}

/** Has xml-crypto verify one signature, and takes from it the very bytes that were signed. XML Signature §3.2. */
import { SignedXml } from 'xml-crypto';
import type { XmlElement } from '../xml/tree.ts';

export type SignedText = {
  /** The document, as it was parsed. */
  readonly text: string;
  /** In the tree of that text. */
  readonly signature: XmlElement;
  readonly certificatePem: string;
};
/** The canonical bytes that the signature is over; undefined when it does not verify with this certificate. Never throws. */
export type VerifySignature = (signed: SignedText) => string | undefined;

/** The released verifier. It believes no key that the document brings along. */
export const verifySignature: VerifySignature = ({ text, signature, certificatePem }) => {
  const verifier = new SignedXml({ publicCert: certificatePem, getCertFromKeyInfo: () => null });
  try {
    verifier.loadSignature(signature as never);
    if (!verifier.checkSignature(text)) return undefined;
  } catch {
    return undefined;
  }
  const [bytes, ...others] = verifier.getSignedReferences();
  return others.length === 0 ? bytes : undefined;
};

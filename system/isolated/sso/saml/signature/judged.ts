/** Everything there is to judge about the signatures of one message, and what each of them vouches for (S9). */
import type { IdpCertificate } from '../certificates.ts';
import type { Parsed, XmlElement } from '../xml/tree.ts';
import { type SignatureShape, shapeOf, signaturesWithin, standsInPlace } from './shape.ts';
import type { VerifySignature } from './verify.ts';

export type SignatureFacts = SignatureShape & {
  /** The element that it stands in, if that is one which may be signed, and the signature stands in its place there. */
  readonly of: 'message' | 'assertion' | 'elsewhere';
  /** It names no certificate at all, or one of the identity provider's. */
  readonly namesKnownKey: boolean;
  /** The certificate that it verifies with; when that ends and begins decides too. */
  readonly verifiedBy: Pick<IdpCertificate, 'notBeforeMs' | 'notAfterMs'> | undefined;
};
export type JudgedSignature = { readonly facts: SignatureFacts; readonly signedBytes: string | undefined };

export type Judging = {
  readonly certificates: readonly IdpCertificate[];
  readonly verify: VerifySignature;
  /** Whose signatures may stand in this document. */
  readonly signable: readonly { readonly element: XmlElement; readonly as: 'message' | 'assertion' }[];
};

/** In document order. */
export const judgedSignatures = (parsed: Parsed, judging: Judging): readonly JudgedSignature[] =>
  parsed.root ? signaturesWithin(parsed.root).map((signature) => judged(parsed, signature, judging)) : [];

function judged({ text }: Parsed, signature: XmlElement, { certificates, verify, signable }: Judging): JudgedSignature {
  const shape = shapeOf(signature);
  const parent = signable.find(({ element }) => element === signature.parentNode);
  const of = parent && standsInPlace(signature, parent.element) ? parent.as : 'elsewhere';
  // What is in no place or over something else is not worth the arithmetic: anybody may send a hundred of them.
  const worthVerifying = of !== 'elsewhere' && shape.wellShaped && shape.references === 1 && shape.namesItsParent;
  const verified = worthVerifying ? firstVerified({ text, signature, verify }, certificates) : undefined;
  return {
    signedBytes: verified?.bytes,
    facts: {
      ...shape,
      of,
      namesKnownKey: shape.certificates.length === 0 || certificates.some(({ base64 }) => shape.certificates.includes(base64)),
      verifiedBy: verified && { notBeforeMs: verified.certificate.notBeforeMs, notAfterMs: verified.certificate.notAfterMs },
    },
  };
}

type Verifying = { readonly text: string; readonly signature: XmlElement; readonly verify: VerifySignature };
/** Each certificate costs a whole verification: the one that it verifies with is the last to be tried. */
function firstVerified({ text, signature, verify }: Verifying, certificates: readonly IdpCertificate[]) {
  for (const certificate of certificates) {
    const bytes = verify({ text, signature, certificatePem: certificate.pem });
    if (bytes !== undefined) return { certificate, bytes };
  }
  return undefined;
}

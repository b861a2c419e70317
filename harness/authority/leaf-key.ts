/** The way in which a browser without the run's authority is told which leaves are honest: by their public keys. Never the authority's own key: it would excuse every bad leaf. */
import { createHash, X509Certificate } from 'node:crypto';

/** SHA-256 of the leaf's SubjectPublicKeyInfo, base64. Throws `TypeError` for an authority's certificate. */
export function leafKeyHash(certPem: string): string {
  const certificate = new X509Certificate(certPem);
  if (certificate.ca) throw new TypeError("an authority's key in that list would make every bad certificate look good");
  return createHash('sha256')
    .update(certificate.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}

/** The identity provider's certificates: whose signatures count, and until when (C-03, C-04). */
import { X509Certificate } from 'node:crypto';
import { isStrongKey } from '../../../kernel/idp-settings.ts';

export type IdpCertificate = {
  readonly pem: string;
  /** SHA-256 of the DER, lower-case hexadecimal: the name by which people compare certificates. */
  readonly fingerprint: string;
  /** DER in base64, as a KeyInfo holds it. */
  readonly base64: string;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  /** Of a key that could have been set. */
  readonly strong: boolean;
};

/** What cannot be read is left out: whose certificate it was signs nobody in. */
export const readCertificates = (pems: readonly string[]): readonly IdpCertificate[] => pems.flatMap((pem) => readCertificate(pem) ?? []);

function readCertificate(pem: string): IdpCertificate | undefined {
  try {
    const certificate = new X509Certificate(pem);
    return {
      pem: certificate.toString(),
      fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
      base64: certificate.raw.toString('base64'),
      notBeforeMs: certificate.validFromDate.getTime(),
      notAfterMs: certificate.validToDate.getTime(),
      strong: isStrongKey(certificate.publicKey),
    };
  } catch {
    return undefined;
  }
}

/** What a KeyInfo or a metadata document holds, as PEM. */
export const pemOf = (base64: string): string =>
  `-----BEGIN CERTIFICATE-----\n${base64.replace(/\s+/g, '').replace(/(.{64})(?=.)/g, '$1\n')}\n-----END CERTIFICATE-----\n`;

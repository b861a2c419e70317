/** Certificates of the attestation test root and of the authenticator models below it. WebAuthn L3 §8.2.1. */
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { BasicConstraintsExtension, Extension, KeyUsageFlags, KeyUsagesExtension, X509CertificateGenerator } from '@peculiar/x509';
import type { Random } from '../../system/kernel/ports.ts';
import { aaguidBytes } from './aaguid.ts';
import type { P256Key } from './p256-key.ts';

export type Validity = { readonly notBefore: Date; readonly notAfter: Date };
type Subject = { readonly name: string; readonly key: P256Key };

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const modelExtensionId = '1.3.6.1.4.1.45724.1.1.4';

async function cryptoKeys({
  jwk,
}: P256Key): Promise<{ readonly privateKey: webcrypto.CryptoKey; readonly publicKey: webcrypto.CryptoKey }> {
  const { d: _secret, ...publicJwk } = jwk;
  const privateKey = await webcrypto.subtle.importKey('jwk', { ...jwk }, ecdsa, true, ['sign']);
  const publicKey = await webcrypto.subtle.importKey('jwk', publicJwk, ecdsa, true, ['verify']);
  return { privateKey, publicKey };
}

/** A serial number is a positive integer: its first bit is never set. RFC 5280 §4.1.2.2. */
const serialNumber = (random: Random): string => `1${Buffer.from(random.bytes(15)).toString('hex')}`;

async function certificate(options: {
  readonly subject: Subject;
  readonly issuer: Subject;
  readonly validity: Validity;
  readonly extensions: Extension[];
  readonly random: Random;
}): Promise<Uint8Array> {
  const { subject, issuer, validity, extensions, random } = options;
  const [{ publicKey }, { privateKey: signingKey }] = await Promise.all([cryptoKeys(subject.key), cryptoKeys(issuer.key)]);
  const made = await X509CertificateGenerator.create({
    serialNumber: serialNumber(random),
    subject: subject.name,
    issuer: issuer.name,
    ...validity,
    signingAlgorithm: ecdsa,
    publicKey,
    signingKey,
    extensions,
  });
  return new Uint8Array(made.rawData);
}

/** A self-signed root; DER. */
export const rootCertificate = (root: Subject, validity: Validity, random: Random): Promise<Uint8Array> =>
  certificate({
    subject: root,
    issuer: root,
    validity,
    random,
    extensions: [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });

/** A model's attestation certificate, which names its AAGUID in the FIDO extension; DER. */
export const modelCertificate = (options: {
  readonly model: Subject;
  readonly issuer: Subject;
  readonly aaguid: string;
  readonly validity: Validity;
  readonly random: Random;
}): Promise<Uint8Array> =>
  certificate({
    subject: options.model,
    issuer: options.issuer,
    validity: options.validity,
    random: options.random,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new Extension(modelExtensionId, false, new Uint8Array([0x04, 0x10, ...aaguidBytes(options.aaguid)])),
    ],
  });

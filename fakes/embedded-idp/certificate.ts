/** The certificate of a realm's signing key, signed by the key itself: the same for the same key, whenever it is made. */
import 'reflect-metadata';
import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';

/** Milliseconds since the epoch. */
export type Validity = { readonly fromMs: number; readonly toMs: number };
const seededValidity: Validity = { fromMs: Date.UTC(2026, 0, 1), toMs: Date.UTC(2046, 0, 1) };
const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const der = (key: KeyObject, type: 'pkcs8' | 'spki') => new Uint8Array(key.export({ type, format: 'der' }));

/** PEM. */
export async function certificateOf(realm: string, key: JsonWebKey, validity: Validity = seededValidity): Promise<string> {
  const privateKey = createPrivateKey({ key, format: 'jwk' });
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: [{ CN: [realm] }],
    keys: {
      privateKey: await crypto.subtle.importKey('pkcs8', der(privateKey, 'pkcs8'), rsa, false, ['sign']),
      publicKey: await crypto.subtle.importKey('spki', der(createPublicKey(privateKey), 'spki'), rsa, true, ['verify']),
    },
    notBefore: new Date(validity.fromMs),
    notAfter: new Date(validity.toMs),
    signingAlgorithm: rsa,
  });
  return certificate.toString('pem');
}

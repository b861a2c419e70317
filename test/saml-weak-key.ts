/** A signing key of RSA with 1024 bits, and its certificate: sound in all but its strength. NIST SP 800-131A Rev. 2 §3. */
import 'reflect-metadata';
import { KeyObject, webcrypto } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';

const rsa1024 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 1024 } as const;

export async function weakKey(): Promise<{ readonly privateKeyPem: string; readonly certificatePem: string }> {
  const keys = await webcrypto.subtle.generateKey(rsa1024, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=weak',
    notBefore: new Date('2020-01-01'),
    notAfter: new Date('2040-01-01'),
    signingAlgorithm: rsa1024,
    keys,
  });
  return {
    privateKeyPem: KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificatePem: certificate.toString('pem'),
  };
}

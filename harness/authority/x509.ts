/** Makes X.509 certificates, with ES256 keys of its own or for an RSA key that is given: the one file that touches the certificate library and its metadata shim. RFC 5280. */
import { createPrivateKey, createPublicKey, type KeyObject, type webcrypto } from 'node:crypto';
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** From and to, in milliseconds since the epoch; certificates keep whole seconds. */
export type Validity = { readonly fromMs: number; readonly toMs: number };
export type Signer = { readonly certificate: x509.X509Certificate; readonly privateKey: webcrypto.CryptoKey };
export type AltName = { readonly type: 'dns' | 'url'; readonly value: string };
/** PEM texts, the key as PKCS #8. */
export type KeyedCertificate = { readonly certPem: string; readonly keyPem: string };

/** A self-signed authority for `.test` names only. Its private key cannot be exported, so it never leaves this process's memory. */
export async function makeSigner(name: string, validity: Validity): Promise<Signer> {
  const keys = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [name] }],
    keys,
    notBefore: new Date(validity.fromMs),
    notAfter: new Date(validity.toMs),
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      testNamesOnly(),
    ],
  });
  return { certificate, privateKey: keys.privateKey };
}

/** A leaf with a fresh key for exactly these names. */
export async function makeLeaf(
  signer: Signer,
  options: {
    readonly subject: string;
    readonly altNames: readonly AltName[];
    readonly validity: Validity;
    readonly for: readonly ('server' | 'client')[];
  },
): Promise<KeyedCertificate> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: [{ CN: [options.subject] }],
    issuer: signer.certificate.subjectName,
    publicKey: keys.publicKey,
    signingKey: signer.privateKey,
    notBefore: new Date(options.validity.fromMs),
    notAfter: new Date(options.validity.toMs),
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension(options.for.map((use) => x509.ExtendedKeyUsage[`${use}Auth`])),
      new x509.SubjectAlternativeNameExtension(options.altNames.map(({ type, value }) => ({ type, value }))),
      await x509.AuthorityKeyIdentifierExtension.create(signer.certificate),
    ],
  });
  const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { certPem: certificate.toString('pem'), keyPem: x509.PemConverter.encode(key, x509.PemConverter.PrivateKeyTag) };
}

/** A self-signed certificate (PEM) for an RSA key that is there already, as identity providers have for what they sign. */
export async function certifyRsaKey(name: string, privateKeyPem: string, validity: Validity): Promise<string> {
  const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
  const der = (key: KeyObject, type: 'pkcs8' | 'spki') => new Uint8Array(key.export({ type, format: 'der' }));
  const privateKey = createPrivateKey(privateKeyPem);
  const keys = {
    privateKey: await crypto.subtle.importKey('pkcs8', der(privateKey, 'pkcs8'), rsa, false, ['sign']),
    publicKey: await crypto.subtle.importKey('spki', der(createPublicKey(privateKey), 'spki'), rsa, true, ['verify']),
  };
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [name] }],
    keys,
    notBefore: new Date(validity.fromMs),
    notAfter: new Date(validity.toMs),
    signingAlgorithm: rsa,
  });
  return certificate.toString('pem');
}

/** The parts of a certificate that identify it in a certificate store, each as DER. */
export function storeKeysOf(certificateDer: Uint8Array<ArrayBuffer>): {
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly serial: Buffer;
} {
  const certificate = new x509.X509Certificate(certificateDer);
  const serial = Buffer.from(certificate.serialNumber, 'hex');
  return {
    issuer: Buffer.from(certificate.issuerName.toArrayBuffer()),
    subject: Buffer.from(certificate.subjectName.toArrayBuffer()),
    serial: der(0x02, positive(serial)),
  };
}

/** An INTEGER whose first bit is set would be negative: a zero byte goes before it. X.690 §8.3. */
const positive = (bytes: Buffer): Buffer => ((bytes[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.of(0), bytes]) : bytes);

/** Critical name constraints: host names under `.test` and no address at all (S3). RFC 5280 §4.2.1.10. */
function testNamesOnly(): x509.Extension {
  const permitted = der(0xa0, der(0x30, der(0x82, Buffer.from('test', 'latin1'))));
  const everyAddress = [Buffer.alloc(8), Buffer.alloc(32)].map((range) => der(0x30, der(0x87, range)));
  return new x509.Extension('2.5.29.30', true, new Uint8Array(der(0x30, permitted, der(0xa1, ...everyAddress))));
}

/** One DER element with a short length: all that is built here is shorter than 128 bytes. X.690 §8.1.3.4. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  if (content.length > 127) throw new RangeError('only short DER elements are built here');
  return Buffer.concat([Buffer.of(tag, content.length), content]);
}

/** The private keys of a realm. The harness holds them, so that a deviation can be validly signed and wrong in exactly one thing. */
import { generateKeyPair, randomBytes, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';

export type RealmKeys = {
  /** RS256; its kid is `<realm>-sig`. */
  readonly signingKeyPem: string;
  /** RSA-OAEP, for what relying parties encrypt to the realm. */
  readonly encryptionKeyPem: string;
  readonly hmac: { readonly kid: string; readonly secret: string };
  readonly aes: { readonly kid: string; readonly secret: string };
};

const generate = promisify(generateKeyPair);

/** A fresh RSA private key of 2048 bits, as PKCS#8 PEM. */
export async function rsaPrivateKeyPem(): Promise<string> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** All keys of one realm, made once for a snapshot and kept beside it. */
export async function newRealmKeys(): Promise<RealmKeys> {
  return {
    signingKeyPem: await rsaPrivateKeyPem(),
    encryptionKeyPem: await rsaPrivateKeyPem(),
    hmac: { kid: randomUUID(), secret: randomBytes(64).toString('base64url') },
    aes: { kid: randomUUID(), secret: randomBytes(16).toString('base64url') },
  };
}

/** Makes the signing keys of a zone as the machine would, and keeps what it made: a deviation of what the zone signs is then validly signed, and wrong in one thing only. */
import { generateKeyPairSync, type webcrypto } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK } from 'jose';
import type { KeyMaker, SigningPurpose } from '../../../system/index.ts';
import type { SigningKey } from '../target.ts';

export type KnownKeys = {
  readonly maker: KeyMaker;
  /** The one that was made last for this purpose. Throws when there is none. */
  last(purpose: SigningPurpose): Promise<SigningKey>;
};

/** Extractable, unlike those of production. */
export function knownKeys(): KnownKeys {
  const made = new Map<SigningPurpose, SigningKey>();
  return {
    maker: {
      es256: async (purpose) => {
        const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
        const privateKeyPem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
        made.set(purpose, { keyId: await calculateJwkThumbprint(await exportJWK(pair.publicKey)), privateKeyPem });
        const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
        return {
          privateKey: pair.privateKey.toCryptoKey(algorithm, false, ['sign']) as webcrypto.CryptoKey,
          publicKey: pair.publicKey.toCryptoKey(algorithm, true, ['verify']) as webcrypto.CryptoKey,
        };
      },
    },
    last: async (purpose) => {
      const key = made.get(purpose);
      if (!key) throw new TypeError(`no key was made for ${purpose} yet`);
      return key;
    },
  };
}

/** The relying party's own key pair, by which it proves to the token endpoint who it is without a shared secret. OIDC Core 1.0 §9 (`private_key_jwt`), RFC 7523 §2.2. Threat: a client secret that somebody read. */
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK } from 'jose';
import { z } from 'zod';
import type { Store } from '../../../kernel/ports.ts';
import { readable } from '../../../kernel/readable.ts';

const clientKeyAlgorithm = 'ES256';
export const clientKeyCollection = 'sso.client-key';

export type ClientKeys = {
  /** What the identity provider verifies with; published at `/jwks`. */
  published(): Promise<JSONWebKeySet>;
  signing(): Promise<{ readonly key: CryptoKey; readonly kid: string }>;
};

const storedSchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
});
type Stored = z.output<typeof storedSchema>;

/** Made when it is needed first: at provisioning. One that cannot be read any more is replaced; the identity provider then has to be told. */
export function clientKeysIn(store: Store): ClientKeys {
  let pending: Promise<Stored> | undefined;
  const key = (): Promise<Stored> => {
    const stored = storedSchema.safeParse(readable(store, clientKeyCollection, 'current')).data;
    if (stored) return Promise.resolve(stored);
    pending ??= newKey()
      .then((made) => {
        store.put<Stored>(clientKeyCollection, 'current', made);
        return made;
      })
      .finally(() => {
        pending = undefined;
      });
    return pending;
  };
  return {
    published: async () => {
      const { d: _private, ...publicKey } = await key();
      return { keys: [{ ...publicKey, alg: clientKeyAlgorithm, use: 'sig' } satisfies JWK] };
    },
    signing: async () => {
      const jwk = await key();
      return { key: (await importJWK({ ...jwk, alg: clientKeyAlgorithm })) as CryptoKey, kid: jwk.kid };
    },
  };
}

async function newKey(): Promise<Stored> {
  const { privateKey } = await generateKeyPair(clientKeyAlgorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return storedSchema.parse({ kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y, d: jwk.d, kid: await calculateJwkThumbprint(jwk) });
}

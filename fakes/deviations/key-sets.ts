/** Published key sets that depart from an honest one in exactly one thing: the signature of the ID token stays right, and its key must not be taken (I-07). RFC 7517, RFC 7518. */
import { createPublicKey } from 'node:crypto';
import type { Deviation } from './deviation.ts';

type Jwk = Readonly<Record<string, unknown>>;
export type KeySet = { readonly keys: readonly Jwk[] };
/** The id of the key that signs now, and the private halves (PKCS#8 PEM) of an RSA key of 1,024 bits and of one that is strong enough. */
export type KeySetKit = { readonly keyId: string; readonly weakKeyPem: string; readonly otherKeyPem: string };
/** What is made may be no key set at all. */
export type KeySetDeviation = Deviation<(honest: KeySet, kit: KeySetKit) => Readonly<Record<string, unknown>>>;
export type KeySetDeviations = Readonly<Record<string, KeySetDeviation>>;

/** The set with this changed in the key that signs. */
const signingKey =
  (change: (key: Jwk, kit: KeySetKit) => Jwk) =>
  ({ keys }: KeySet, kit: KeySetKit): KeySet => ({ keys: keys.map((key) => (key.kid === kit.keyId ? change(key, kit) : key)) });

/** Another key under the same id; a certificate of the old one would betray it. */
function withModulusOf(key: Jwk, privateKeyPem: string): Jwk {
  const { n, e } = createPublicKey(privateKeyPem).export({ format: 'jwk' });
  const { x5c: _certificate, x5t: _thumbprint, 'x5t#S256': _longThumbprint, ...rest } = key;
  return { ...rest, n, e };
}

export const keySetDeviations = {
  'whose-key-is-for-encryption': {
    breaks: 'RFC 7517 §4.2',
    refusedWith: 'sso.id-token.key-unsuitable',
    title: 'the key that signs is published for encryption',
    make: signingKey((key) => ({ ...key, use: 'enc' })),
  },
  'whose-key-is-for-another-algorithm': {
    breaks: 'RFC 7517 §4.4',
    refusedWith: 'sso.id-token.key-unsuitable',
    title: 'the key that signs by RS256 is published for PS512',
    make: signingKey((key) => ({ ...key, alg: 'PS512' })),
  },
  'with-two-keys-of-one-name': {
    breaks: 'RFC 7517 §4.5',
    refusedWith: 'sso.id-token.key-ambiguous',
    title: 'two different keys are published under the id of the one that signs',
    make: ({ keys }, kit) => ({
      keys: keys.flatMap((key) => (key.kid === kit.keyId ? [key, withModulusOf(key, kit.otherKeyPem)] : [key])),
    }),
  },
  'that-is-empty': {
    breaks: 'RFC 7517 §5.1',
    refusedWith: 'sso.keys.empty',
    title: 'no key is in it',
    make: () => ({ keys: [] }),
  },
  'that-is-no-list': {
    breaks: 'RFC 7517 §5 (keys)',
    refusedWith: 'sso.keys.malformed',
    title: 'its keys are an object and no list',
    make: ({ keys }) => ({ keys: Object.fromEntries(keys.entries()) }),
  },
  'whose-key-is-too-weak': {
    breaks: 'RFC 7518 §3.3',
    refusedWith: 'sso.id-token.key-too-weak',
    title: 'the key published under the id of the one that signs has 1,024 bits',
    make: signingKey((key, { weakKeyPem }) => withModulusOf(key, weakKeyPem)),
  },
} as const satisfies KeySetDeviations;
export type KeySetDeviationName = keyof typeof keySetDeviations;

/** Everything of the embedded identity provider that looks random and is the same for the same seed: subjects, cookie keys, secrets, signing keys. */
import { checkPrimeSync, createECDH, createHmac, createPrivateKey, type JsonWebKey } from 'node:crypto';

/** 64 bytes for this label of this seed. */
export const derive = (seed: number, label: string): Buffer => createHmac('sha512', `embedded-idp ${seed}`).update(label).digest();

/** A UUID of version 4 in form; stable for its label. */
export function subjectFor(seed: number, label: string): string {
  const bytes = derive(seed, label).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export type SigningKey = JsonWebKey & { readonly kid: string; readonly alg: 'RS256' | 'PS256' | 'ES256'; readonly use: 'sig' };

const publicExponent = 65_537n;
const bytesOfPrime = 128;

/** A 2048-bit RSA key, which Keycloak signs with too, in some 50 ms. For rehearsals only: who knows the seed knows the key. */
export function signingKey(seed: number, kid: string, alg: 'RS256' | 'PS256' = 'RS256'): SigningKey {
  const [p, q] = [primeFor(seed, `${kid} p`), primeFor(seed, `${kid} q`)];
  const d = inverse(publicExponent, (p - 1n) * (q - 1n));
  const numbers = { n: p * q, e: publicExponent, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
  const members = Object.entries(numbers).map(([name, value]) => [name, base64url(value)]);
  // OpenSSL's own look at the numbers: a key that does not fit together throws here.
  const checked = createPrivateKey({ key: { kty: 'RSA', ...Object.fromEntries(members) }, format: 'jwk' }).export({ format: 'jwk' });
  return { ...checked, kid, alg, use: 'sig' };
}

/** A P-256 key. */
export function ellipticKey(seed: number, kid: string): SigningKey {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(derive(seed, kid).subarray(0, 32));
  const point = pair.getPublicKey();
  const [x, y, d] = [point.subarray(1, 33), point.subarray(33), pair.getPrivateKey()].map((bytes) => bytes.toString('base64url'));
  return { kty: 'EC', crv: 'P-256', ...(x && y && d ? { x, y, d } : {}), kid, alg: 'ES256', use: 'sig' };
}

/** The first prime at or after the label's number, with its two top bits set so that a product of two has 2048 bits. */
function primeFor(seed: number, label: string): bigint {
  const bytes = Buffer.concat([derive(seed, `${label} 1`), derive(seed, `${label} 2`)]).subarray(0, bytesOfPrime);
  let candidate = BigInt(`0x${bytes.toString('hex')}`) | (3n << 1022n) | 1n;
  while (!checkPrimeSync(candidate) || (candidate - 1n) % publicExponent === 0n) candidate += 2n;
  return candidate;
}

/** The inverse of `value` modulo `modulus`, by the extended algorithm of Euclid. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [remainder, next, factor, nextFactor] = [modulus, value % modulus, 0n, 1n];
  while (next !== 0n) {
    const quotient = remainder / next;
    [remainder, next] = [next, remainder - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return factor < 0n ? factor + modulus : factor;
}

function base64url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}

/** Finds the key that a token names among the published ones, says what is known of it, and verifies the signature with it. RFC 7515 §4.1.4, RFC 7517 §4, RFC 7518 §3. Threat: a key of another kind, for another use, or too weak (C-04). */
import { compactVerify, importJWK } from 'jose';
import { JOSEError } from 'jose/errors';
import type { OidcSettings } from '../../../../kernel/idp-settings.ts';
import type { CompactJws } from '../compact-jws.ts';
import type { KeyFacts } from '../id-token/facts.ts';
import { isObject, type JsonObject } from '../strict-json.ts';
import type { PublishedKey } from './key-set.ts';

const leastRsaBits = 2048;
type Settings = Pick<OidcSettings, 'idTokenAlgorithm' | 'struckOutKeyIds'>;
export type TokenKey = { readonly facts: KeyFacts; readonly jwk: JsonObject | undefined };

/** The key id that a token asks for; undefined when it names none. */
export const keyIdOf = ({ header }: CompactJws): string | undefined => (typeof header.kid === 'string' ? header.kid : undefined);

/** Of several keys with the same id the one that is suitable counts, if it is the only one. A token without an id has the only suitable key. */
export function findKey({ header }: CompactJws, keys: readonly PublishedKey[], settings: Settings): TokenKey {
  const { idTokenAlgorithm: algorithm, struckOutKeyIds } = settings;
  const named = header.kid === undefined ? keys : keys.filter(({ kid }) => kid === header.kid);
  const suitable = named.filter(({ jwk }) => isSuitable(jwk, algorithm));
  const candidates = suitable.length > 0 || header.kid === undefined ? suitable : named;
  const [one] = candidates;
  const struckOut = [header.kid, ...candidates.flatMap(({ kid, thumbprint }) => [kid, thumbprint])].some(
    (id) => typeof id === 'string' && struckOutKeyIds.includes(id),
  );
  if (one === undefined) return { facts: { found: 'none', struckOut, suitable: false, strong: false }, jwk: undefined };
  const found = candidates.length === 1 ? 'one' : 'several';
  return { facts: { found, struckOut, suitable: suitable.length > 0, strong: isStrong(one.jwk) }, jwk: one.jwk };
}

const kindOf = (algorithm: OidcSettings['idTokenAlgorithm']): { readonly kty: string; readonly crv?: string } => {
  switch (algorithm) {
    case 'ES256':
      return { kty: 'EC', crv: 'P-256' };
    case 'ES384':
      return { kty: 'EC', crv: 'P-384' };
    case 'ES512':
      return { kty: 'EC', crv: 'P-521' };
    case 'EdDSA':
      return { kty: 'OKP', crv: 'Ed25519' };
    default:
      return { kty: 'RSA' };
  }
};

/** What a key of this kind is made of, all of it public. RFC 7518 §6, RFC 8037 §2. */
const publicMembers: Readonly<Record<string, readonly string[]>> = { RSA: ['n', 'e'], EC: ['x', 'y'], OKP: ['x'] };

function isSuitable(jwk: JsonObject, algorithm: OidcSettings['idTokenAlgorithm']): boolean {
  const { kty, crv } = kindOf(algorithm);
  const whole = (publicMembers[kty] ?? []).every((name) => typeof jwk[name] === 'string' && jwk[name] !== '');
  const forUse = jwk.use === undefined || jwk.use === 'sig';
  const forOperation = jwk.key_ops === undefined || (Array.isArray(jwk.key_ops) && jwk.key_ops.includes('verify'));
  const forAlgorithm = jwk.alg === undefined || jwk.alg === algorithm;
  return (
    jwk.kty === kty && (crv === undefined || jwk.crv === crv) && whole && forUse && forOperation && forAlgorithm && jwk.d === undefined
  );
}

function isStrong({ kty, n }: JsonObject): boolean {
  if (kty !== 'RSA') return true;
  const modulus = Buffer.from(typeof n === 'string' ? n : '', 'base64url')
    .toString('hex')
    .replace(/^0+/, '');
  return modulus !== '' && BigInt(`0x${modulus}`).toString(2).length >= leastRsaBits;
}

/** By the library, with this algorithm and no other. False for every key and token with which it cannot be done. */
export async function signatureIsRight({ text }: CompactJws, jwk: JsonObject | undefined, algorithm: string): Promise<boolean> {
  if (!isObject(jwk)) return false;
  try {
    await compactVerify(text, await importJWK({ ...jwk, alg: algorithm }), { algorithms: [algorithm] });
    return true;
  } catch (error) {
    if (error instanceof JOSEError || error instanceof TypeError || error instanceof DOMException) return false;
    throw error;
  }
}

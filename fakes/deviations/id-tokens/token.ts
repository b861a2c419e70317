/** An ID token taken apart and put together again: what every deviation starts from. It shares no code with any verifier. RFC 7515 §3.1. */
import { createPrivateKey, sign } from 'node:crypto';
import type { Deviation } from '../deviation.ts';

export type Json = Readonly<Record<string, unknown>>;
export type IdToken = { readonly header: Json; readonly claims: Json };
/** `privateKeyPem` is PKCS#8. */
export type TokenSigner = { readonly keyId: string; readonly privateKeyPem: string };

/** Whoever is nobody to the realm: keys that it never published, and a certificate of them (DER, in base64). */
export type Stranger = { readonly rsa: TokenSigner; readonly ec: TokenSigner; readonly certificate: string };

/** What is at hand beside the honest token: the realm's own key, the secret of the relying party, and a stranger. */
export type IdTokenKit = { readonly signer: TokenSigner; readonly clientSecret: string; readonly stranger: Stranger };

/** The compact form of the deviating token. Pure: the same token and kit give the same token, but for the salt of an encryption or of an ECDSA signature. */
export type IdTokenDeviation = Deviation<(honest: IdToken, kit: IdTokenKit) => string>;
export type IdTokenDeviations = Readonly<Record<string, IdTokenDeviation>>;

export const base64url = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url');
const part = (value: unknown): string => base64url(JSON.stringify(value));

/** Header and claims as they are written before the signature. */
export const signingInput = ({ header, claims }: IdToken): string => `${part(header)}.${part(claims)}`;

/** The signature of RFC 7518 §3.3 over `input`. */
const rs256 = (input: string, { privateKeyPem }: TokenSigner): string =>
  sign('sha256', Buffer.from(input), createPrivateKey(privateKeyPem)).toString('base64url');

/** `input` with the signer's signature. */
export const signedText = (input: string, signer: TokenSigner): string => `${input}.${rs256(input, signer)}`;

/** The token, signed by RS256 whatever its header says. */
export const signed = (token: IdToken, signer: TokenSigner): string => signedText(signingInput(token), signer);

/** The honest twin: the same header and claims, signed anew by the realm's own key. */
export const honestIdToken = (honest: IdToken, { signer }: Pick<IdTokenKit, 'signer'>): string => signed(honest, signer);

/** Reads a compact token without verifying anything. Throws on anything else. */
export function idTokenIn(compact: string): IdToken {
  const [header = '', claims = ''] = compact.split('.');
  const read = (text: string): Json => JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Json;
  return { header: read(header), claims: read(claims) };
}

export const without = (members: Json, name: string): Json => Object.fromEntries(Object.entries(members).filter(([each]) => each !== name));

/** A claim that is text or a number in every honest token. Throws when this one has it not: then there is nothing to depart from. */
export function textOf(claims: Json, name: string): string {
  const value = claims[name];
  if (typeof value !== 'string') throw new TypeError(`the honest ID token has no text in ${name}`);
  return value;
}
function secondsOf(claims: Json, name: string): number {
  const value = claims[name];
  if (typeof value !== 'number') throw new TypeError(`the honest ID token has no time in ${name}`);
  return value;
}

/** Makes a token whose claims are changed so, and are validly signed. */
export const claiming =
  (change: (claims: Json) => Json): IdTokenDeviation['make'] =>
  ({ header, claims }, { signer }) =>
    signed({ header, claims: { ...claims, ...change(claims) } }, signer);
/** Makes a token without this claim, validly signed. */
export const lacking =
  (name: string): IdTokenDeviation['make'] =>
  ({ header, claims }, { signer }) =>
    signed({ header, claims: without(claims, name) }, signer);
/** Makes a token with another time in this claim, reckoned in seconds from when the honest one was issued; validly signed. */
export const timed = (name: 'exp' | 'iat' | 'nbf', value: (issuedAt: number) => unknown): IdTokenDeviation['make'] =>
  claiming((claims) => ({ [name]: value(secondsOf(claims, 'iat')) }));

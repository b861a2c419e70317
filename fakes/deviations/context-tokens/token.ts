/** An honest user context token, how it is signed, and what a deviation of it is. Written beside the system, and by none of its code. RFC 7515 §5.1, RFC 7518 §3.4. */
import { createPrivateKey, sign } from 'node:crypto';
import type { Deviation } from '../deviation.ts';

type Members = Readonly<Record<string, unknown>>;
export type ContextToken = { readonly header: Members; readonly claims: Members };

/** PKCS #8. */
export type ContextTokenSigner = { readonly keyId: string; readonly privateKeyPem: string };
export type ContextTokenKit = {
  /** The authentication service's own, and that of break-glass. */
  readonly signer: ContextTokenSigner;
  readonly breakGlass: { readonly issuer: string; readonly signer: ContextTokenSigner };
  readonly stranger: { readonly rsa: ContextTokenSigner; readonly ec: ContextTokenSigner };
  /** A genuine ID token of the identity provider, as it came. */
  readonly idToken: string;
};
/** Gives the lines of the header that carries the context: one, unless their number is what departs. */
export type ContextTokenDeviation = Deviation<(honest: ContextToken, kit: ContextTokenKit) => readonly string[]> & {
  /** The token is used once, honestly, before it is shown. */
  readonly usedBefore?: true;
  /** It is made of a genuine ID token; for all others there may be none. */
  readonly ofIdToken?: true;
};
export type ContextTokenDeviations = Readonly<Record<string, ContextTokenDeviation>>;

export const base64url = (text: string): string => Buffer.from(text).toString('base64url');
export const partsOf = ({ header, claims }: ContextToken): string =>
  `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}`;
/** ES256: the signature is r and s side by side, 64 bytes. */
export function signedParts(parts: string, { privateKeyPem }: ContextTokenSigner): string {
  const key = createPrivateKey(privateKeyPem);
  return `${parts}.${sign('sha256', Buffer.from(parts), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
export const signedContext = (token: ContextToken, signer: ContextTokenSigner): string => signedParts(partsOf(token), signer);

type Said = {
  readonly issuer: string;
  readonly product: string;
  readonly keyId: string;
  readonly tokenId: string;
  /** Seconds since the epoch. */
  readonly issuedAt: number;
  /** Somebody whom nobody knows when absent. */
  readonly subject?: string | undefined;
};
/** As the authentication service of the cloud `acme` would make it for a person who is signed in. */
export const honestContext = ({ issuer, product, keyId, tokenId, issuedAt, subject = 'u-of-a-forged-context' }: Said): ContextToken => ({
  header: { alg: 'ES256', typ: 'uct+jwt', kid: keyId },
  claims: {
    sid: 'a-session-that-only-this-token-knows',
    cloud: 'acme',
    channel: 'ingress',
    iss: issuer,
    aud: product,
    sub: subject,
    jti: tokenId,
    iat: issuedAt,
    exp: issuedAt + 60,
  },
});

type Make = ContextTokenDeviation['make'];
const resigned =
  (change: (token: ContextToken, kit: ContextTokenKit) => ContextToken): Make =>
  (honest, kit) => [signedContext(change(honest, kit), kit.signer)];
export const withHeader = (change: Members | ((kit: ContextTokenKit) => Members)): Make =>
  resigned(({ header, claims }, kit) => ({ header: { ...header, ...(typeof change === 'function' ? change(kit) : change) }, claims }));
export const withClaims = (change: (claims: Members) => Members): Make =>
  resigned(({ header, claims }) => ({ header, claims: { ...claims, ...change(claims) } }));
const lacking = (members: Members, name: string): Members => Object.fromEntries(Object.entries(members).filter(([each]) => each !== name));
export const withoutHeader = (name: string): Make => resigned(({ header, claims }) => ({ header: lacking(header, name), claims }));
export const withoutClaim = (name: string): Make => resigned(({ header, claims }) => ({ header, claims: lacking(claims, name) }));

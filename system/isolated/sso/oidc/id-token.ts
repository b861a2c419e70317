/** Judges what the library leaves to its caller in an ID token: `azp` and `at_hash` when they are present, and a time of issue that has come (S11). OIDC Core 1.0 §3.1.3.6–7. */
import { createHash } from 'node:crypto';
import { decodeProtectedHeader } from 'jose';
import type { IDToken } from 'openid-client';

/** A claim that is not what it must be. Said like the library says it, so that one table gives the codes. */
export class UnexpectedClaim extends Error {
  override readonly name = 'UnexpectedClaim';
  readonly claim: 'azp' | 'at_hash' | 'iat';
  constructor(claim: UnexpectedClaim['claim']) {
    super(`the claim ${claim} is not what it must be`);
    this.claim = claim;
  }
}

export const toleranceSeconds = 30;

export type IdTokenSurroundings = {
  readonly clientId: string;
  readonly nowMs: number;
  /** As they came with the claims. */
  readonly tokens: { readonly id_token?: string; readonly access_token: string };
};

/** For claims whose signature, issuer, audience and nonce the library has judged. Throws `UnexpectedClaim`. */
export function judgeClaims(claims: IDToken, { clientId, nowMs, tokens }: IdTokenSurroundings): void {
  if (claims.azp !== undefined && claims.azp !== clientId) throw new UnexpectedClaim('azp');
  if (claims.iat > nowMs / 1000 + toleranceSeconds) throw new UnexpectedClaim('iat');
  if (claims.at_hash !== undefined && claims.at_hash !== accessTokenHash(tokens)) throw new UnexpectedClaim('at_hash');
}

/** The left half of the access token's hash, by the hash of the ID token's algorithm; base64url. */
function accessTokenHash({ id_token = '', access_token }: IdTokenSurroundings['tokens']): string {
  const { alg = '' } = decodeProtectedHeader(id_token);
  const digest = createHash(alg.endsWith('384') ? 'sha384' : alg.endsWith('256') ? 'sha256' : 'sha512')
    .update(access_token)
    .digest();
  return digest.subarray(0, digest.length / 2).toString('base64url');
}

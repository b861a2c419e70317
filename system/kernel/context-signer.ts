/** Signs user context tokens, with keys that never leave it: one signs, older ones verify until their last token is over, and one that leaked is struck out at once (C-06). RFC 7515, RFC 7517 §5. */
import type { webcrypto } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, type JSONWebKeySet, type JWK, SignJWT } from 'jose';
import { type ContextClaims, contextAlgorithm, contextLifetimeSeconds, contextType } from './context-claims.ts';
import type { Clock, KeyMaker, Random, SigningPurpose } from './ports.ts';
import { machineKeys } from './signing-keys.ts';

export type ContextSigner = {
  readonly issuer: string;
  /** What products may verify by now: public halves only. */
  keys(): JSONWebKeySet;
  struckOut(kid: string): boolean;
  mint(audience: string, claims: ContextClaims): Promise<string>;
  /** A new key signs from the next token on; the old one verifies until the last token that it signed is over. */
  rotate(): Promise<void>;
  /** The key is compromised: no token of it is good any more, from now. When it was the signing one, a new one signs. */
  strikeOut(kid: string): Promise<void>;
};

/** A key signs for a day at most: what leaks is soon worth nothing. NIST SP 800-57 Part 1 Rev. 5 §5.3.6 allows years. */
const maxKeyAgeSeconds = 86_400;
/** Of struck-out ids that are remembered: by then their tokens are long over. */
const rememberedStrikes = 64;

type Key = {
  readonly kid: string;
  readonly jwk: JWK;
  readonly privateKey: webcrypto.CryptoKey;
  readonly madeAtMs: number;
  /** When its last token is over; undefined while it signs. */
  readonly retiredAtMs?: number;
};
export type SignerPorts = { readonly clock: Clock; readonly random: Random; readonly keys?: KeyMaker; readonly purpose?: SigningPurpose };

/** With a new ES256 key. `clock` gives `iat`; `exp` is `contextLifetimeSeconds` later. */
export async function contextSigner(
  issuer: string,
  { clock, random, keys: maker = machineKeys, purpose = 'user-context' }: SignerPorts,
): Promise<ContextSigner> {
  const struck: string[] = [];
  let retired: readonly Key[] = [];
  let changing: Promise<void> | undefined;
  const make = async (): Promise<Key> => {
    const { privateKey, publicKey } = await maker.es256(purpose);
    const exported = await exportJWK(publicKey);
    // By which anybody who knows the key knows its id: RFC 7638 §3.
    const kid = await calculateJwkThumbprint(exported);
    return { kid, privateKey, jwk: { ...exported, kid, alg: contextAlgorithm, use: 'sig' }, madeAtMs: clock.now() };
  };
  let signing = await make();
  const verifying = (): readonly Key[] =>
    retired.filter(({ retiredAtMs = 0 }) => clock.now() < retiredAtMs + contextLifetimeSeconds * 1000);
  const replaceSigning = async (): Promise<void> => {
    const next = await make();
    retired = [...verifying(), { ...signing, retiredAtMs: clock.now() }].filter(({ kid }) => !struck.includes(kid));
    signing = next;
  };
  /** Two that rotate at once are one rotation. */
  const rotate = (): Promise<void> => {
    changing ??= replaceSigning().finally(() => {
      changing = undefined;
    });
    return changing;
  };
  return {
    issuer,
    rotate,
    keys: () => ({ keys: [signing, ...verifying()].filter(({ kid }) => !struck.includes(kid)).map(({ jwk }) => jwk) }),
    struckOut: (kid) => struck.includes(kid),
    strikeOut: async (kid) => {
      struck.push(kid);
      if (struck.length > rememberedStrikes) struck.shift();
      if (signing.kid === kid) await rotate();
    },
    mint: async (audience, claims) => {
      if (clock.now() - signing.madeAtMs >= maxKeyAgeSeconds * 1000 || struck.includes(signing.kid)) await rotate();
      return signed(signing, { issuer, audience, claims, jti: Buffer.from(random.bytes(12)).toString('base64url'), nowMs: clock.now() });
    },
  };
}

type Said = {
  readonly issuer: string;
  readonly audience: string;
  readonly claims: ContextClaims;
  readonly jti: string;
  readonly nowMs: number;
};
/** Takes each claim by its name: what else stands beside them is left behind. */
function signed({ kid, privateKey }: Key, { issuer, audience, claims: { sub, sid, cloud, channel }, jti, nowMs }: Said): Promise<string> {
  const issuedAt = Math.floor(nowMs / 1000);
  return new SignJWT({ sid, cloud, channel })
    .setProtectedHeader({ alg: contextAlgorithm, typ: contextType, kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(sub)
    .setJti(jti)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + contextLifetimeSeconds)
    .sign(privateKey);
}

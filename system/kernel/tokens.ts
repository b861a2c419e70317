/** The user context token (UCT): what the authentication service, or break-glass, tells one product about who is asking. Threats: a token for another product, an old one, one with another key. RFC 7519, RFC 8725 §3. */
import {
  createLocalJWKSet,
  decodeJwt,
  exportJWK,
  generateKeyPair,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import { JOSEError, JWTClaimValidationFailed, JWTExpired } from 'jose/errors';
import type { Clock, Random } from './ports.ts';
import { Refusal } from './refusal.ts';
import type { RefusalCode, RuleTable } from './rule.ts';
import { judge } from './rule.ts';

export type Channel = 'ingress' | 'break-glass';
/** Nothing else is ever in it: no name, no address, no role. `sid` is an opaque handle of the session, for form tokens. */
export type ContextClaims = { readonly sub: string; readonly sid: string; readonly cloud: string; readonly channel: Channel };
export const contextLifetimeSeconds = 60;

/** Signs for one issuer with a key of its own that never leaves this object. */
export type ContextSigner = {
  readonly issuer: string;
  readonly keys: JSONWebKeySet;
  mint(audience: string, claims: ContextClaims): Promise<string>;
};

/** A new ES256 key. `clock` gives iat; exp is `contextLifetimeSeconds` later. */
export async function contextSigner(
  issuer: string,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): Promise<ContextSigner> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const kid = Buffer.from(random.bytes(9)).toString('base64url');
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' };
  return {
    issuer,
    keys: { keys: [jwk] },
    mint: (audience, { sub, sid, cloud, channel }) => {
      const issuedAt = Math.floor(clock.now() / 1000);
      return new SignJWT({ sid, cloud, channel })
        .setProtectedHeader({ alg: 'ES256', typ: 'uct+jwt', kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(sub)
        .setJti(Buffer.from(random.bytes(12)).toString('base64url'))
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + contextLifetimeSeconds)
        .sign(privateKey);
    },
  };
}

declare const verified: unique symbol;
/** Proof that the signature, issuer, audience, time and channel were checked. */
export type VerifiedContext = ContextClaims & { readonly [verified]: true };

/** What is left to judge after the library has verified the signature and the standard claims. */
export type ContextFacts = {
  readonly present: boolean;
  readonly library: 'accepted' | 'expired' | 'audience-other' | 'issuer-unknown' | 'refused' | 'not-asked';
  readonly cloudMatches: boolean;
  readonly channelMatches: boolean;
};

/** The rules of one product, with the product's name in the codes. Which library error stands for which code: `libraryVerdict` below. */
export const contextRules = <Product extends string>(product: Product) =>
  [
    { code: `${product}.uct.missing`, cites: ['I-09'], holds: (f: ContextFacts) => f.present },
    { code: `${product}.uct.expired`, cites: ['I-09', 'RFC 7519 §4.1.4'], holds: (f: ContextFacts) => f.library !== 'expired' },
    {
      code: `${product}.uct.audience-other`,
      cites: ['I-09', 'RFC 7519 §4.1.3'],
      holds: (f: ContextFacts) => f.library !== 'audience-other',
    },
    {
      code: `${product}.uct.issuer-unknown`,
      cites: ['I-09', 'RFC 7519 §4.1.1'],
      holds: (f: ContextFacts) => f.library !== 'issuer-unknown',
    },
    { code: `${product}.uct.library-refused`, cites: ['I-09', 'RFC 7515 §5.2'], holds: (f: ContextFacts) => f.library === 'accepted' },
    { code: `${product}.uct.cloud-other`, cites: ['I-01', 'I-09'], holds: (f: ContextFacts) => f.cloudMatches },
    { code: `${product}.uct.channel-other`, cites: ['I-09'], holds: (f: ContextFacts) => f.channelMatches },
  ] as const satisfies RuleTable<ContextFacts, RefusalCode>;

export type ContextIssuer = { readonly issuer: string; readonly channel: Channel; readonly keys: JSONWebKeySet };
export type ContextVerifier = (token: string | undefined) => Promise<VerifiedContext>;

function libraryVerdict(error: unknown): ContextFacts['library'] {
  if (error instanceof JWTExpired) return 'expired';
  if (error instanceof JWTClaimValidationFailed && error.claim === 'aud') return 'audience-other';
  if (error instanceof JWTClaimValidationFailed && error.claim === 'iss') return 'issuer-unknown';
  if (error instanceof JOSEError) return 'refused';
  throw error;
}

/** Accepts only a token of one of `issuers`, signed with that issuer's own key, for `product` alone, now. Throws `Refusal` with a code of `table`. */
export function contextVerifier(options: {
  readonly product: string;
  readonly cloud: string;
  readonly issuers: readonly ContextIssuer[];
  readonly clock: Clock;
  readonly table: RuleTable<ContextFacts>;
}): ContextVerifier {
  const { product, cloud, issuers, clock, table } = options;
  return async (token) => {
    const { facts, claims } = await contextFacts(token, { product, cloud, issuers, now: new Date(clock.now()) });
    const judgement = judge(table, facts);
    if (!judgement.allowed) throw new Refusal(judgement.code, { cites: judgement.cites });
    if (!claims) throw new Refusal(`${product}.uct.library-refused`, { cites: ['I-09'] });
    return claims as VerifiedContext;
  };
}

async function contextFacts(
  token: string | undefined,
  { product, cloud, issuers, now }: { product: string; cloud: string; issuers: readonly ContextIssuer[]; now: Date },
): Promise<{ readonly facts: ContextFacts; readonly claims?: ContextClaims }> {
  if (token === undefined || token === '') {
    return { facts: { present: false, library: 'not-asked', cloudMatches: false, channelMatches: false } };
  }
  try {
    const claimed = issuers.find(({ issuer }) => issuer === decodeJwt(token).iss);
    if (!claimed) return { facts: refusedBecause('issuer-unknown') };
    const { payload } = await jwtVerify(token, createLocalJWKSet(claimed.keys), {
      algorithms: ['ES256'],
      typ: 'uct+jwt',
      audience: product,
      issuer: claimed.issuer,
      requiredClaims: ['sub', 'sid', 'jti', 'iat', 'exp', 'cloud', 'channel'],
      maxTokenAge: contextLifetimeSeconds,
      clockTolerance: 0,
      currentDate: now,
    });
    // The library is content when the audience is one of several: a token of ours has one.
    if (payload.aud !== product) return { facts: refusedBecause('audience-other') };
    const facts = {
      present: true,
      library: 'accepted',
      cloudMatches: payload.cloud === cloud,
      channelMatches: payload.channel === claimed.channel,
    } as const;
    return { facts, claims: claimsOf(payload, claimed.channel) };
  } catch (error) {
    return { facts: refusedBecause(libraryVerdict(error)) };
  }
}

const refusedBecause = (library: ContextFacts['library']): ContextFacts => ({
  present: true,
  library,
  cloudMatches: false,
  channelMatches: false,
});

const claimsOf = ({ sub, sid, cloud }: JWTPayload, channel: Channel): ContextClaims => ({
  sub: String(sub),
  sid: String(sid),
  cloud: String(cloud),
  channel,
});

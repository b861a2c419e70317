/** Verifies user context tokens for one product: gathers every fact, has the library judge the signature and all else a second time, and lets the table decide (I-09). RFC 7519 §7.2, RFC 8725 §3. */
import { importJWK, type JWK, jwtVerify } from 'jose';
import { JOSEError, JWSSignatureVerificationFailed } from 'jose/errors';
import { contextAlgorithm, contextLifetimeSeconds, contextType, declaredClaims } from './context-claims.ts';
import type { ContextFacts, ContextIssuer, ContextVerifier, VerifiedContext } from './context-rules.ts';
import { claimsSeen, headerHasNothingElse, type ReadToken, readToken } from './context-token.ts';
import type { Clock } from './ports.ts';
import { demand } from './refusal.ts';
import type { RuleTable } from './rule.ts';

export type ContextVerifierOptions = {
  readonly product: string;
  readonly cloud: string;
  readonly issuers: readonly ContextIssuer[];
  readonly clock: Clock;
  readonly table: RuleTable<ContextFacts>;
};

/**
 * Accepts only a token of one of `issuers`, signed with that issuer's own key, for `product` alone, now, and once: which tokens were used is
 * remembered until they are over, in memory, so that a restart forgets the last minute. Throws `Refusal` with a code of `table`.
 */
export function contextVerifier(options: ContextVerifierOptions): ContextVerifier {
  const { product, clock, table } = options;
  const used = usedTokens(clock);
  return async (token = '') => {
    const read = readToken(token);
    const { header = {}, payload = {} } = read;
    const issuer = options.issuers.find((each) => each.issuer === payload.iss);
    const jwk = issuer?.keys().keys.find(({ kid }) => kid === header.kid);
    const library = jwk && issuer ? await libraryVerdict(token, { jwk, issuer, product, now: new Date(clock.now()) }) : 'not-asked';
    // From here to the note of its use nothing is awaited: of two at once, one is the second.
    const key = JSON.stringify([payload.iss, payload.jti]);
    const facts = contextFacts(token, { read, issuer, keyKnown: jwk !== undefined, library, usedBefore: used.has(key), options });
    demand(table, facts);
    used.add(key, facts.expiresAt);
    const { sub, sid, cloud, channel } = payload;
    return { sub: String(sub), sid: String(sid), cloud: String(cloud), channel } as VerifiedContext;
  };
}

type Asked = { readonly jwk: JWK; readonly issuer: ContextIssuer; readonly product: string; readonly now: Date };
/** The whole of what the library can check: its signature by our key, and a second opinion on all that our own rules say. */
async function libraryVerdict(token: string, { jwk, issuer, product, now }: Asked): Promise<ContextFacts['library']> {
  try {
    await jwtVerify(token, await imported(jwk), {
      algorithms: [contextAlgorithm],
      typ: contextType,
      audience: product,
      issuer: issuer.issuer,
      requiredClaims: Object.keys(declaredClaims),
      maxTokenAge: contextLifetimeSeconds,
      clockTolerance: 0,
      currentDate: now,
    });
    return 'accepted';
  } catch (error) {
    if (error instanceof JWSSignatureVerificationFailed) return 'signature-wrong';
    if (error instanceof JOSEError) return 'refused';
    throw error;
  }
}

const importedKeys = new WeakMap<JWK, ReturnType<typeof importJWK>>();
function imported(jwk: JWK): ReturnType<typeof importJWK> {
  const known = importedKeys.get(jwk) ?? importJWK(jwk, contextAlgorithm);
  importedKeys.set(jwk, known);
  return known;
}

type Gathered = Pick<ContextFacts, 'library' | 'keyKnown' | 'usedBefore'> & {
  readonly read: ReadToken;
  readonly issuer: ContextIssuer | undefined;
  readonly options: ContextVerifierOptions;
};
function contextFacts(
  token: string,
  { read, issuer, options: { product, cloud, clock }, keyKnown, library, usedBefore }: Gathered,
): ContextFacts {
  const { single, length, parts, header = {}, payload = {} } = read;
  return {
    present: token !== '',
    single,
    length,
    parts,
    readable: read.header !== undefined && read.payload !== undefined,
    header,
    headerHasNothingElse: headerHasNothingElse(header),
    issuerKnown: issuer !== undefined,
    keyKnown,
    keyStruckOut: typeof header.kid === 'string' && issuer?.struckOut?.(header.kid) === true,
    library,
    claims: claimsSeen(payload),
    audience: payload.aud,
    audienceIsList: Array.isArray(payload.aud),
    product,
    cloudMatches: payload.cloud === cloud,
    channelMatches: issuer !== undefined && payload.channel === issuer.channel,
    issuedAt: Number(payload.iat),
    expiresAt: Number(payload.exp),
    now: clock.now() / 1000,
    usedBefore,
  };
}

/** Every token that was accepted and is not over yet. */
function usedTokens(clock: Clock) {
  const until = new Map<string, number>();
  return {
    has: (key: string): boolean => until.has(key),
    add: (key: string, expiresAt: number): void => {
      // In the order of their use, and no token lives longer than a minute: what is over stands in front.
      for (const [old, end] of until) {
        if (clock.now() / 1000 < end) break;
        until.delete(old);
      }
      until.set(key, expiresAt);
    },
  };
}

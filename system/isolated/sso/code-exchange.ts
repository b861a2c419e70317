/** Exchanges the code and has the certified library judge the ID token; its errors are given our codes here, and nowhere else. OIDC Core 1.0 §3.1.3.7, RFC 9207 §2.4. */
import * as openid from 'openid-client';
import type { IdpSettings } from '../../kernel/idp-settings.ts';
import { type Clock, type Outbound, OutboundFailure } from '../../kernel/ports.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';
import { judge } from '../../kernel/rule.ts';
import type { IdpMetadata } from './discovery.ts';

/** What the library said, in our words. */
export type LibraryVerdict =
  | 'accepted'
  | 'client-rejected'
  | 'code-rejected'
  | 'issuer-other'
  | 'audience-other'
  | 'nonce-other'
  | 'azp-other'
  | 'time-outside'
  | 'key-unknown'
  | 'response-malformed'
  | 'idp-unreachable'
  | 'unexpected';
export type ExchangeFacts = { readonly library: LibraryVerdict };

const unless =
  (verdict: LibraryVerdict) =>
  (f: ExchangeFacts): boolean =>
    f.library !== verdict;

export const exchangeRules = [
  { code: 'sso.code-exchange.client-rejected', cites: ['C-03', 'RFC 6749 §5.2'], holds: unless('client-rejected') },
  { code: 'sso.code-exchange.code-rejected', cites: ['RFC 6749 §5.2'], holds: unless('code-rejected') },
  { code: 'sso.code-exchange.idp-unreachable', cites: ['C-02'], holds: unless('idp-unreachable') },
  { code: 'sso.code-exchange.response-malformed', cites: ['RFC 6749 §5.1'], holds: unless('response-malformed') },
  { code: 'sso.id-token.issuer-other', cites: ['I-07', 'OIDC Core 1.0 §3.1.3.7'], holds: unless('issuer-other') },
  { code: 'sso.id-token.audience-other', cites: ['I-07', 'OIDC Core 1.0 §3.1.3.7'], holds: unless('audience-other') },
  { code: 'sso.id-token.nonce-other', cites: ['I-07', 'OIDC Core 1.0 §3.1.3.7'], holds: unless('nonce-other') },
  { code: 'sso.id-token.azp-other', cites: ['S11', 'OIDC Core 1.0 §3.1.3.7'], holds: unless('azp-other') },
  { code: 'sso.id-token.time-outside', cites: ['I-07', 'OIDC Core 1.0 §3.1.3.7'], holds: unless('time-outside') },
  { code: 'sso.id-token.key-unknown', cites: ['I-07', 'RFC 7515 §4.1.4'], holds: unless('key-unknown') },
  { code: 'sso.code-exchange.unexpected', cites: ['I-07'], holds: (f) => f.library === 'accepted' },
] as const satisfies RuleTable<ExchangeFacts>;
export type ExchangeRefusal = CodeOf<typeof exchangeRules>;

export type Expected = { readonly state: string; readonly nonce: string; readonly verifier: string };
declare const verified: unique symbol;
/** Proof that the library checked signature, issuer, audience, nonce and times. */
export type VerifiedIdToken = { readonly issuer: string; readonly subject: string; readonly [verified]: true };
export type ExchangeCode = (callback: URL, expected: Expected, configuration: openid.Configuration) => Promise<VerifiedIdToken>;

export const exchangeTimeoutSeconds = 8;
const maxAnswerBytes = 256 * 1024;
const toleranceSeconds = 30;

/** The library, told to use our way out, our clock, exact addresses, and to verify the signature although the token came over TLS. */
export function configurationFor(
  settings: IdpSettings,
  metadata: IdpMetadata,
  ports: { readonly outbound: Outbound; readonly clock: Clock; readonly allows: (url: URL) => boolean },
): openid.Configuration {
  const configuration = new openid.Configuration(
    metadata as openid.ServerMetadata,
    settings.clientId,
    { [openid.clockTolerance]: toleranceSeconds, [openid.clockSkew]: Math.round(ports.clock.skewMs() / 1000) },
    openid.ClientSecretBasic(settings.clientSecret),
  );
  openid.enableNonRepudiationChecks(configuration);
  configuration.timeout = exchangeTimeoutSeconds;
  configuration[openid.customFetch] = (address, { method, headers, body }) =>
    answered(new URL(address), method, headers as Record<string, string>, body, ports);
  return configuration;
}

async function answered(
  url: URL,
  method: string,
  headers: Record<string, string>,
  body: unknown,
  ports: { readonly outbound: Outbound; readonly allows: (url: URL) => boolean },
): Promise<Response> {
  if (!ports.allows(url)) throw new OutboundFailure('name-not-found');
  const text = body === undefined || body === null ? {} : { body: String(body) };
  const answer = await ports.outbound.request({
    url,
    method,
    headers: { ...headers },
    ...text,
    timeoutMs: exchangeTimeoutSeconds * 1000,
    maxBytes: maxAnswerBytes,
  });
  return new Response(answer.body, { status: answer.status, headers: answer.headers });
}

/** The released verifier. Throws what the library throws. */
export const exchangeCode: ExchangeCode = async (callback, { state, nonce, verifier }, configuration) => {
  const tokens = await openid.authorizationCodeGrant(configuration, callback, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new TypeError('the library returned no ID token although one was demanded');
  return { issuer: claims.iss, subject: claims.sub } as VerifiedIdToken;
};

/** Runs the exchange and throws `Refusal` with a code of `table` when the library did not accept. */
export async function verifiedIdToken(exchange: Promise<VerifiedIdToken>, table: RuleTable<ExchangeFacts>): Promise<VerifiedIdToken> {
  const outcome = await exchange.then(
    (token) => ({ library: 'accepted' as const, token }),
    (cause: unknown) => ({ library: verdictOf(cause), cause }),
  );
  const judgement = judge(table, { library: outcome.library });
  if (judgement.allowed && 'token' in outcome) return outcome.token;
  const { code, cites } = judgement.allowed ? { code: 'sso.code-exchange.unexpected' as const, cites: ['I-07'] } : judgement;
  throw new Refusal(code, { cites, facts: { library: outcome.library }, cause: 'cause' in outcome ? outcome.cause : undefined });
}

const claimVerdicts: Readonly<Record<string, LibraryVerdict>> = {
  iss: 'issuer-other',
  aud: 'audience-other',
  nonce: 'nonce-other',
  azp: 'azp-other',
};
const codeVerdicts: Readonly<Record<string, LibraryVerdict>> = {
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'time-outside',
  OAUTH_KEY_SELECTION_FAILED: 'key-unknown',
  OAUTH_INVALID_RESPONSE: 'response-malformed',
  OAUTH_PARSE_ERROR: 'response-malformed',
  OAUTH_RESPONSE_IS_NOT_JSON: 'response-malformed',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'idp-unreachable',
  OAUTH_TIMEOUT: 'idp-unreachable',
};
const bodyVerdicts: Readonly<Record<string, LibraryVerdict>> = {
  invalid_client: 'client-rejected',
  unauthorized_client: 'client-rejected',
  invalid_grant: 'code-rejected',
};

/** Which error of openid-client stands for which verdict. An error that is not listed is `unexpected`, and no scenario may expect that. */
function verdictOf(error: unknown): LibraryVerdict {
  // RFC 6749 §5.2: a client that authenticated by header and was refused gets 401 with a challenge.
  if (error instanceof openid.WWWAuthenticateChallengeError && error.status === 401) return 'client-rejected';
  if (error instanceof openid.ResponseBodyError) return bodyVerdicts[error.error] ?? 'unexpected';
  const chain = causes(error);
  if (chain.some((cause) => cause instanceof OutboundFailure)) return 'idp-unreachable';
  const claim = chain.flatMap((cause) => (typeof cause === 'object' && cause !== null && 'claim' in cause ? [String(cause.claim)] : []))[0];
  if (claim !== undefined) return claimVerdicts[claim] ?? 'unexpected';
  const code = chain.flatMap((cause) => (typeof cause === 'object' && cause !== null && 'code' in cause ? [String(cause.code)] : []))[0];
  return codeVerdicts[code ?? ''] ?? 'unexpected';
}

function causes(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  for (
    let next: unknown = error;
    next !== undefined && chain.length < 8;
    next = typeof next === 'object' && next !== null && 'cause' in next ? next.cause : undefined
  )
    chain.push(next);
  return chain;
}

/** Exchanges the code and has the certified library judge the ID token, over our way out and by our clock. OIDC Core 1.0 §3.1.3. */
import * as openid from 'openid-client';
import type { OidcSettings } from '../../../kernel/idp-settings.ts';
import { type Clock, type Outbound, type OutboundAnswer, OutboundFailure } from '../../../kernel/ports.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { RuleTable } from '../../../kernel/rule.ts';
import { judge } from '../../../kernel/rule.ts';
import type { IdpMetadata } from './discovery.ts';
import { judgeClaims, toleranceSeconds } from './id-token.ts';
import { type ExchangeFacts, verdictOf } from './library-verdict.ts';

/** `nowMs` is our clock's instant, in milliseconds since the epoch. */
export type Expected = { readonly state: string; readonly nonce: string; readonly verifier: string; readonly nowMs: number };
declare const verified: unique symbol;
/** Proof that signature, issuer, audience, nonce, times, and `azp` and `at_hash` where present, were checked. */
export type VerifiedIdToken = { readonly issuer: string; readonly subject: string; readonly [verified]: true };
export type ExchangeCode = (callback: URL, expected: Expected, configuration: openid.Configuration) => Promise<VerifiedIdToken>;

/** For each of the two calls. With the five seconds of discovery they end before the ingress's twenty: the person is told by us what went wrong. */
export const exchangeTimeoutSeconds = 6;
const maxAnswerBytes = 256 * 1024;

type ExchangePorts = { readonly outbound: Outbound; readonly clock: Clock; readonly allows: (url: URL) => boolean };

/** The library, told to use our way out, our clock, exact addresses, and to verify the signature although the token came over TLS. */
export function configurationFor(settings: OidcSettings, metadata: IdpMetadata, ports: ExchangePorts): openid.Configuration {
  const configuration = new openid.Configuration(
    metadata as openid.ServerMetadata,
    settings.clientId,
    { [openid.clockTolerance]: toleranceSeconds, [openid.clockSkew]: Math.round(ports.clock.skewMs() / 1000) },
    clientAuthentication(settings),
  );
  openid.enableNonRepudiationChecks(configuration);
  configuration.timeout = exchangeTimeoutSeconds;
  configuration[openid.customFetch] = (address, { method, headers, body }) =>
    answered({ url: new URL(address), method, headers: { ...headers }, body }, ports);
  return configuration;
}

function clientAuthentication({ clientAuthentication: by }: OidcSettings): openid.ClientAuth {
  if (by.method === 'private_key_jwt') throw new Refusal('sso.idp.unexpected', { cites: ['OIDC Core 1.0 §9'] });
  return by.method === 'client_secret_post' ? openid.ClientSecretPost(by.secret) : openid.ClientSecretBasic(by.secret);
}

type Asked = { readonly url: URL; readonly method: string; readonly headers: Record<string, string>; readonly body: unknown };
async function answered({ url, method, headers, body }: Asked, { outbound, allows }: ExchangePorts): Promise<Response> {
  if (!allows(url)) throw new OutboundFailure('name-not-found');
  const answer = await outbound.request({
    url,
    method,
    headers,
    ...(body === undefined || body === null ? {} : { body: String(body) }),
    timeoutMs: exchangeTimeoutSeconds * 1000,
    maxBytes: maxAnswerBytes,
  });
  return asResponse(answer);
}

/** Answers that the Fetch standard has no `Response` for are no answers. Fetch §2.2.3 (null body status), §5.5 (200 to 599). */
function asResponse({ status, headers, body }: OutboundAnswer): Response {
  if (status < 200 || status > 599) throw new OutboundFailure('connection-broken');
  return new Response([204, 205, 304].includes(status) ? null : body, { status, headers });
}

/** The released verifier. Throws what the library throws, and `UnexpectedClaim`. */
export const exchangeCode: ExchangeCode = async (callback, { state, nonce, verifier, nowMs }, configuration) => {
  const tokens = await openid.authorizationCodeGrant(configuration, callback, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new TypeError('the library returned no ID token although one was demanded');
  judgeClaims(claims, { clientId: configuration.clientMetadata().client_id, nowMs, tokens });
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

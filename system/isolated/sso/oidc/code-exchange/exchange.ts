/** Has the certified library exchange the code and give its opinion of the ID token, over our way out, by our clock and our keys, and keeps what really came. OIDC Core 1.0 §3.1.3. */
import * as openid from 'openid-client';
import type { OidcSettings } from '../../../../kernel/idp-settings.ts';
import { type Clock, type Outbound, type OutboundAnswer, OutboundFailure } from '../../../../kernel/ports.ts';
import type { ClientKeys } from '../client-keys.ts';
import { readCompactJws } from '../compact-jws.ts';
import type { IdpMetadata } from '../discovery.ts';
import { toleranceSeconds } from '../id-token/rules.ts';
import type { JwksCache } from '../keys/jwks-cache.ts';
import { keyIdOf } from '../keys/token-key.ts';
import { type HeardAnswer, readTokenAnswer } from './token-answer.ts';

/** For each call. With the five seconds of discovery they end before the ingress's twenty: the person is told by us what went wrong. */
const exchangeTimeoutSeconds = 6;
const maxAnswerBytes = 256 * 1024;

export type ExchangePorts = {
  readonly outbound: Outbound;
  readonly clock: Clock;
  readonly allows: (url: URL) => boolean;
  readonly keys: JwksCache;
  readonly clientKeys: ClientKeys;
};
export type Attempt = {
  /** What the browser came back with, judged. */
  readonly callback: URL;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly settings: OidcSettings;
  readonly metadata: IdpMetadata;
};
export type Exchanged = {
  readonly answer: HeardAnswer;
  /** The library's word on the answer and the ID token in it, with its complaint. */
  readonly library: { readonly opinion: 'accepted' } | { readonly opinion: 'refused'; readonly cause: unknown };
};
export type ExchangeCode = (attempt: Attempt, ports: ExchangePorts) => Promise<Exchanged>;

/** The released exchange. Throws what is neither a refusal of the library nor a failure of the network: a bug. */
export const exchangeCode: ExchangeCode = async (attempt, ports) => {
  const heard: Heard = { answer: undefined, bug: undefined };
  const { callback, state, nonce, verifier } = attempt;
  try {
    const configuration = await configurationFor(attempt, ports, heard);
    await openid.authorizationCodeGrant(configuration, callback, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    return { answer: heard.answer, library: { opinion: 'accepted' } };
  } catch (cause) {
    if (heard.bug !== undefined) throw heard.bug;
    if (!isRefusal(cause, heard)) throw cause;
    return { answer: heard.answer, library: { opinion: 'refused', cause } };
  }
};

type Heard = { answer: HeardAnswer; bug: unknown };

/** Whatever it throws over an answer that it has heard is its refusal, a `TypeError` over odd encodings included. Before that it refuses by errors of its own only. */
const isRefusal = (error: unknown, { answer }: Heard): boolean =>
  answer !== undefined || error instanceof openid.ClientError || error instanceof openid.AuthorizationResponseError;

/** The library, told to use our way out, our clock, exact addresses, and to verify the signature although the token came over TLS. */
async function configurationFor(attempt: Attempt, ports: ExchangePorts, heard: Heard): Promise<openid.Configuration> {
  const { settings, metadata } = attempt;
  const configuration = new openid.Configuration(
    metadata as openid.ServerMetadata,
    settings.clientId,
    {
      id_token_signed_response_alg: settings.idTokenAlgorithm,
      [openid.clockTolerance]: toleranceSeconds,
      [openid.clockSkew]: Math.round(ports.clock.skewMs() / 1000),
    },
    await clientAuthentication(settings, ports.clientKeys),
  );
  openid.enableNonRepudiationChecks(configuration);
  configuration.timeout = 2 * exchangeTimeoutSeconds;
  configuration[openid.customFetch] = async (address, { method, headers, body }) => {
    const asked = { url: new URL(address), method, headers: { ...headers }, body: body === undefined || body === null ? '' : String(body) };
    try {
      return asked.url.href === metadata.jwks_uri ? await ourKeys(attempt, ports, heard) : await tokenEndpoint(asked, ports, heard);
    } catch (error) {
      if (!(error instanceof OutboundFailure)) heard.bug = error;
      throw error;
    }
  };
  return configuration;
}

async function clientAuthentication({ clientAuthentication: by }: OidcSettings, keys: ClientKeys): Promise<openid.ClientAuth> {
  switch (by.method) {
    case 'private_key_jwt':
      return openid.PrivateKeyJwt(await keys.signing());
    case 'client_secret_post':
      return openid.ClientSecretPost(by.secret);
    case 'client_secret_basic':
      return openid.ClientSecretBasic(by.secret);
  }
}

type Asked = { readonly url: URL; readonly method: string; readonly headers: Record<string, string>; readonly body: string };
async function tokenEndpoint({ url, method, headers, body }: Asked, { outbound, allows }: ExchangePorts, heard: Heard): Promise<Response> {
  try {
    if (!allows(url)) throw new OutboundFailure('name-not-found');
    const limits = { timeoutMs: exchangeTimeoutSeconds * 1000, maxBytes: maxAnswerBytes };
    heard.answer = await outbound.request({ url, method, headers, ...(body === '' ? {} : { body }), ...limits });
  } catch (error) {
    if (error instanceof OutboundFailure) heard.answer = { failure: error.kind };
    throw error;
  }
  return asResponse(heard.answer);
}

/** The library judges by the keys by which we judge, and asks nobody for others. */
async function ourKeys({ metadata }: Attempt, { keys }: ExchangePorts, heard: Heard): Promise<Response> {
  const { idToken } = readTokenAnswer(heard.answer);
  const set = await keys.look(new URL(metadata.jwks_uri), { kid: keyIdOf(readCompactJws(idToken)), by: 'sign-in' });
  return Response.json({ keys: set.keys.map(({ jwk }) => jwk) });
}

/** Answers that the Fetch standard has no `Response` for are no answers. Fetch §2.2.3 (null body status), §5.5 (200 to 599). */
function asResponse({ status, headers, body }: OutboundAnswer): Response {
  if (status < 200 || status > 599) throw new OutboundFailure('connection-broken');
  return new Response([204, 205, 304].includes(status) ? null : body, { status, headers });
}

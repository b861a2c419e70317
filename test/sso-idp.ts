/** A small honest OpenID provider in this process, behind the outbound port; each test departs from it in one thing. OIDC Core 1.0 §3.1.3. */
import { createHash } from 'node:crypto';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JSONWebKeySet, type JWK, jwtVerify, SignJWT } from 'jose';
import type { OidcSettings } from '../system/kernel/idp-settings.ts';
import type { Clock, Outbound, OutboundAnswer, OutboundRequest } from '../system/kernel/ports.ts';

export const issuer = 'https://idp.acme.test/realms/acme';
export const clientId = 'tempered';
export const clientSecret = 'an-honest-secret';

export type Deviation = {
  /** Over the honest claims; undefined removes one. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** In place of the signed token. */
  readonly idToken?: (honest: string) => string;
  readonly signedByStranger?: true;
  /** Over the honest token answer; undefined removes a member. */
  readonly tokenAnswer?: Readonly<Record<string, unknown>>;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly keys?: (honest: readonly JWK[]) => unknown;
  /** The whole answer of an endpoint, in place of the honest one; may throw. */
  readonly answer?: (endpoint: Endpoint) => OutboundAnswer | undefined;
};
export type Endpoint = 'discovery' | 'token' | 'keys' | 'elsewhere';

export type HonestIdp = {
  readonly outbound: Outbound;
  readonly requests: OutboundRequest[];
  deviate(deviation: Deviation): void;
  /** How it wants to be told who the client is; `keys` are the client's, for `private_key_jwt`. */
  wants(method: OidcSettings['clientAuthentication']['method'], keys?: JSONWebKeySet): void;
  /** Any token of its own, signed with its own key: the honest logout token with this changed; undefined removes a claim. */
  logoutToken(claims?: Readonly<Record<string, unknown>>, header?: Readonly<Record<string, unknown>>): Promise<string>;
  /** What a person's browser brings back after signing in, for the address it was sent to. */
  authorize(address: URL): URLSearchParams;
};

export const jsonAnswer = (value: unknown, status = 200, headers: Record<string, string> = {}): OutboundAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: new Uint8Array(Buffer.from(JSON.stringify(value))),
});
const without = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
const endpointOf = ({ url }: OutboundRequest): Endpoint => {
  if (url.href === `${issuer}/.well-known/openid-configuration`) return 'discovery';
  if (url.href === `${issuer}/token`) return 'token';
  return url.href === `${issuer}/keys` ? 'keys' : 'elsewhere';
};

/** Both halves are form-encoded: RFC 6749 §2.3.1. */
function credentials({ headers = {} }: OutboundRequest): string {
  const [, basic = ''] = /^Basic (.+)$/.exec(new Headers(headers).get('authorization') ?? '') ?? [];
  return decodeURIComponent(Buffer.from(basic, 'base64').toString());
}

/** RFC 6749 §2.3.1, RFC 7523 §3. */
async function isTheClient(request: OutboundRequest, wanted: Wanted): Promise<boolean> {
  const form = new URLSearchParams(request.body);
  if (wanted.method === 'client_secret_basic') return credentials(request) === `${clientId}:${clientSecret}`;
  if (wanted.method === 'client_secret_post') return form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
  const { payload } = await jwtVerify(form.get('client_assertion') ?? '', createLocalJWKSet(wanted.keys), {
    issuer: clientId,
    subject: clientId,
    audience: issuer,
    algorithms: ['ES256'],
    requiredClaims: ['exp', 'jti'],
    currentDate: wanted.now(),
  });
  return payload.sub === clientId && form.get('client_secret') === null;
}
type Wanted = { readonly method: OidcSettings['clientAuthentication']['method']; readonly keys: JSONWebKeySet; readonly now: () => Date };

type Grant = { readonly nonce: string; readonly challenge: string; readonly redirectUri: string };

/** One pair for all providers of a test file: making RSA keys takes longer than most tests. */
const keyPairs = Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);

export async function honestIdp(clock: Clock): Promise<HonestIdp> {
  const [own, stranger] = await keyPairs;
  const honestKeys: readonly JWK[] = [{ ...(await exportJWK(own.publicKey)), kid: 'k-1', alg: 'RS256', use: 'sig' }];
  let tokens = 0;
  const grants = new Map<string, Grant>();
  const requests: OutboundRequest[] = [];
  let deviation: Deviation = {};
  const now = (): Date => new Date(clock.now());
  let wanted: Wanted = { method: 'client_secret_basic', keys: { keys: [] }, now };

  const metadata = (): Record<string, unknown> =>
    without({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      end_session_endpoint: `${issuer}/logout`,
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
      ...deviation.metadata,
    });

  async function idToken(nonce: string, accessToken: string): Promise<string> {
    const now = Math.floor(clock.now() / 1000);
    const hash = createHash('sha256').update(accessToken).digest();
    const honest = {
      iss: issuer,
      sub: 'f:1:ada',
      aud: clientId,
      azp: clientId,
      iat: now,
      exp: now + 60,
      nonce,
      at_hash: hash.subarray(0, 16).toString('base64url'),
    };
    const signed = await new SignJWT(without({ ...honest, ...deviation.claims }))
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'k-1', ...deviation.header })
      .sign(deviation.signedByStranger ? stranger.privateKey : own.privateKey);
    return deviation.idToken ? deviation.idToken(signed) : signed;
  }

  async function token(request: OutboundRequest): Promise<OutboundAnswer> {
    const form = new URLSearchParams(request.body);
    const grant = grants.get(form.get('code') ?? '');
    grants.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!(await isTheClient(request, wanted))) return jsonAnswer({ error: 'invalid_client' }, 401);
    if (!grant || grant.challenge !== challenge || grant.redirectUri !== form.get('redirect_uri'))
      return jsonAnswer({ error: 'invalid_grant' }, 400);
    const accessToken = 'an-access-token';
    const answer = { access_token: accessToken, token_type: 'Bearer', expires_in: 60, id_token: await idToken(grant.nonce, accessToken) };
    return jsonAnswer(without({ ...answer, ...deviation.tokenAnswer }));
  }

  return {
    requests,
    deviate: (next) => {
      deviation = next;
    },
    wants: (method, keys = { keys: [] }) => {
      wanted = { method, keys, now };
    },
    logoutToken: (claims = {}, header = {}) => {
      tokens += 1;
      const iat = Math.floor(clock.now() / 1000);
      const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
      const honest = {
        iss: issuer,
        aud: clientId,
        iat,
        exp: iat + 120,
        jti: `j-${tokens}`,
        events,
        sid: 'idp-session-1',
        sub: 'f:1:ada',
      };
      return new SignJWT(without({ ...honest, ...claims }))
        .setProtectedHeader({ alg: 'RS256', typ: 'logout+jwt', kid: 'k-1', ...header })
        .sign(own.privateKey);
    },
    authorize: ({ searchParams: asked }) => {
      const code = `code-${grants.size + 1}-${asked.get('state')?.slice(0, 6)}`;
      const said = (name: string): string => asked.get(name) ?? '';
      grants.set(code, { nonce: said('nonce'), challenge: said('code_challenge'), redirectUri: said('redirect_uri') });
      return new URLSearchParams({ code, state: said('state'), iss: issuer });
    },
    outbound: {
      request: async (request) => {
        requests.push(request);
        const endpoint = endpointOf(request);
        const instead = deviation.answer?.(endpoint);
        if (instead) return instead;
        if (endpoint === 'discovery') return jsonAnswer(metadata());
        if (endpoint === 'keys') return jsonAnswer(deviation.keys ? deviation.keys(honestKeys) : { keys: honestKeys });
        return endpoint === 'token' ? token(request) : jsonAnswer({}, 404);
      },
    },
  };
}

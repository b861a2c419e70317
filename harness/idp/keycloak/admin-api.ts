/** Keycloak's admin API, asked with a service account's token, past the fault proxy. */
import { type LoopbackRequest, loopbackRequest, type Upstream } from './loopback-request.ts';

export type AdminCredentials = { readonly clientId: string; readonly clientSecret: string };

export type AdminApi = {
  /** The JSON of `path` below `/admin/realms/`. Throws `AdminFailure` unless the answer is 200. */
  get<Shape>(path: string): Promise<Shape>;
  /** The same, but undefined when there is no such thing (404). */
  find<Shape>(path: string): Promise<Shape | undefined>;
  /** Sends a change; resolves with the answer's JSON, or undefined when it has none. Throws `AdminFailure` unless the status is 2xx. */
  change(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
  /** The next call fetches a new token: after a restart or a moved clock. */
  forgetToken(): void;
};

/** The identity provider did not do what the harness asked: a fault of the harness or its environment, never a verdict. Holds no token and no body. */
export class AdminFailure extends Error {
  override readonly name = 'AdminFailure';
}

/** `upstream` is asked at every call, since a restart may move the port. */
export function adminApi(upstream: () => Upstream, credentials: AdminCredentials): AdminApi {
  let token: Promise<string> | undefined;

  const send = async (method: LoopbackRequest['method'], path: string, body: unknown) => {
    token ??= fetchToken(upstream(), credentials);
    const pending = token;
    const bearer = await pending.catch((cause: unknown) => {
      if (token === pending) token = undefined;
      throw cause;
    });
    const headers = { authorization: `Bearer ${bearer}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return loopbackRequest(upstream(), { method, path: `/admin/realms/${path}`, headers, ...sent });
  };
  const ask = async (method: LoopbackRequest['method'], path: string, body?: unknown) => {
    const answer = await send(method, path, body);
    if (answer.status !== 401) return answer;
    token = undefined; // tokens live for a minute: an expired one is no failure
    return send(method, path, body);
  };

  const find = async <Shape>(path: string): Promise<Shape | undefined> => {
    const { status, text } = await ask('GET', path);
    if (status === 404) return undefined;
    if (status !== 200) throw new AdminFailure(`GET ${path} answered ${status}`);
    return JSON.parse(text) as Shape;
  };
  return {
    find,
    get: async <Shape>(path: string) => {
      const found = await find<Shape>(path);
      if (found === undefined) throw new AdminFailure(`GET ${path} answered 404`);
      return found;
    },
    change: async (method, path, body) => {
      const { status, text } = await ask(method, path, body);
      if (status < 200 || status > 299) throw new AdminFailure(`${method} ${path} answered ${status}`);
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    },
    forgetToken: () => {
      token = undefined;
    },
  };
}

async function fetchToken(upstream: Upstream, { clientId, clientSecret }: AdminCredentials): Promise<string> {
  const { status, text } = await loopbackRequest(upstream, {
    method: 'POST',
    path: '/realms/master/protocol/openid-connect/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }).toString(),
  });
  if (status !== 200) throw new AdminFailure(`the admin service account got no token: status ${status}`);
  return (JSON.parse(text) as { access_token: string }).access_token;
}

/** A relying party of the contract tests: a code flow with PKCE, spoken to a driver's upstream as the fault proxy would forward it. */
import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { DefaultTreeAdapterMap } from 'parse5';
import { parse } from 'parse5';
import { CookieJar } from 'tough-cookie';
import { relyingParty } from '../../harness/fixtures/fixtures.ts';
import type { Realm, RunningIdp } from '../../harness/idp/driver.ts';

export type HttpAnswer = {
  readonly url: URL;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
export type Tokens = { readonly idToken: string; readonly accessToken: string };
export type SignInEnd =
  | { readonly kind: 'code'; readonly parameters: URLSearchParams }
  | { readonly kind: 'page'; readonly answer: HttpAnswer };

type Send = {
  readonly method?: 'GET' | 'POST';
  readonly form?: Readonly<Record<string, string>>;
  readonly authorization?: string;
  readonly origin?: string;
};

const answerTimeoutMs = 30_000;
const textOf = (value: string | string[] | undefined): string => (Array.isArray(value) ? value.join(', ') : (value ?? ''));

/** One person's browser as far as HTTP goes: a cookie jar, and requests to the realm's public origin that travel to `upstream`. */
export class Agent {
  readonly #idp: RunningIdp;
  readonly #jar = new CookieJar();

  constructor(idp: RunningIdp) {
    this.#idp = idp;
  }

  /** One exchange; redirects are not followed. Rejects when nothing answers in 30 s. */
  async send(url: URL, { method = 'GET', form, authorization, origin }: Send = {}): Promise<HttpAnswer> {
    const body = form === undefined ? '' : new URLSearchParams(form).toString();
    const headers = {
      ...forwardedHeaders(url),
      cookie: await this.#jar.getCookieString(url.href),
      ...contentHeaders(body, form !== undefined),
    };
    const more = { ...(authorization === undefined ? {} : { authorization }), ...(origin === undefined ? {} : { origin }) };
    const answer = await this.#exchange(url, method, { ...headers, ...more }, body);
    return { url, ...answer };
  }

  async #exchange(url: URL, method: string, headers: Record<string, string>, body: string): Promise<Omit<HttpAnswer, 'url'>> {
    const { host, port } = this.#idp.upstream();
    const incoming = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
      const outgoing = request(
        { host, port, method, path: url.pathname + url.search, headers, agent: false, timeout: answerTimeoutMs },
        resolve,
      );
      outgoing.on('error', reject).on('timeout', () => outgoing.destroy(new Error('no answer in 30 s')));
      outgoing.end(body);
    });
    for (const cookie of incoming.headers['set-cookie'] ?? []) await this.#jar.setCookie(cookie, url.href, { ignoreError: true });
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const answered = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, textOf(value)]));
    return { status: incoming.statusCode ?? 0, headers: answered, body: Buffer.concat(parts).toString('utf8') };
  }

  /** Follows redirects inside the public origin; stops at the first page, or at the redirect that leaves the origin. */
  async follow(start: URL, first?: Send): Promise<SignInEnd> {
    let answer = await this.send(start, first);
    for (let hop = 0; hop < 12; hop += 1) {
      const location = answer.headers.location;
      if (location === undefined || answer.status < 300 || answer.status > 399) return { kind: 'page', answer };
      const next = new URL(location, answer.url);
      if (next.origin !== start.origin) return { kind: 'code', parameters: next.searchParams };
      answer = await this.send(next);
    }
    throw new Error('more than 12 redirects in a row');
  }
}

const forwardedHeaders = (url: URL): Record<string, string> => ({
  host: url.host,
  'x-forwarded-for': '127.16.0.5',
  'x-forwarded-host': url.host,
  'x-forwarded-port': '443',
  'x-forwarded-proto': 'https',
});
const contentHeaders = (body: string, present: boolean): Record<string, string> =>
  present ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(body)) } : {};

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

function* elements(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}
const attribute = (element: Element, name: string): string | undefined => element.attrs.find((each) => each.name === name)?.value;

export type FoundForm = { readonly action: URL; readonly hidden: Readonly<Record<string, string>> };

/** The form that has a field of this name: where it posts to, and its hidden fields. Undefined when the page has none. */
export function formWith(page: HttpAnswer, field: string): FoundForm | undefined {
  for (const form of elements(parse(page.body))) {
    if (form.tagName !== 'form') continue;
    const inputs = [...elements(form)].filter((each) => each.tagName === 'input');
    if (!inputs.some((input) => attribute(input, 'name') === field)) continue;
    const hidden = inputs
      .filter((input) => attribute(input, 'type')?.toLowerCase() === 'hidden')
      .map((input) => [attribute(input, 'name') ?? '', attribute(input, 'value') ?? '']);
    return { action: new URL(attribute(form, 'action') ?? '', page.url), hidden: Object.fromEntries(hidden) };
  }
  return undefined;
}

/** The form that asks for a password. */
export const loginForm = (page: HttpAnswer): FoundForm | undefined => formWith(page, 'password');

/** The realm's discovery document. Rejects when it does not answer 200. */
export async function discover(agent: Agent, realm: Realm): Promise<Readonly<Record<string, string>>> {
  const answer = await agent.send(new URL(`${realm.issuer.href}/.well-known/openid-configuration`));
  if (answer.status !== 200) throw new Error(`discovery answered ${answer.status}`);
  return JSON.parse(answer.body) as Record<string, string>;
}

export type Attempt = { readonly verifier: string; readonly state: string; readonly nonce: string; readonly url: URL };

/** An honest authorization request of the fixtures' relying party; `change` departs from it, and null leaves a parameter out. */
export async function authorizationRequest(
  agent: Agent,
  realm: Realm,
  change: Readonly<Record<string, string | null>> = {},
): Promise<Attempt> {
  const [verifier, state, nonce] = [
    randomBytes(32).toString('base64url'),
    randomBytes(16).toString('hex'),
    randomBytes(16).toString('hex'),
  ];
  const url = new URL((await discover(agent, realm)).authorization_endpoint ?? '');
  const honest = {
    response_type: 'code',
    client_id: relyingParty.clientId,
    redirect_uri: relyingParty.redirectUri,
    scope: 'openid email profile',
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries({ ...honest, ...change })) if (value !== null) url.searchParams.set(name, value);
  return { verifier, state, nonce, url };
}

/** From the authorization request through the login form to where that leads. */
export async function passLoginForm(agent: Agent, attempt: Attempt, name: string, password: string): Promise<SignInEnd> {
  const asked = await agent.follow(attempt.url);
  if (asked.kind === 'code') return asked;
  const form = loginForm(asked.answer);
  if (form === undefined) throw new Error(`no login form on the page that answered ${asked.answer.status}`);
  return agent.follow(form.action, { method: 'POST', form: { ...form.hidden, username: name, password } });
}

/** Exchanges the code. Rejects with the OAuth error code when the token endpoint refuses. */
export async function exchange(agent: Agent, realm: Realm, attempt: Attempt, code: string, secret: string): Promise<Tokens> {
  const endpoint = new URL((await discover(agent, realm)).token_endpoint ?? '');
  const basic = Buffer.from(`${relyingParty.clientId}:${encodeURIComponent(secret)}`).toString('base64');
  const form = { grant_type: 'authorization_code', code, redirect_uri: relyingParty.redirectUri, code_verifier: attempt.verifier };
  const answer = await agent.send(endpoint, { method: 'POST', form, authorization: `Basic ${basic}` });
  const body = JSON.parse(answer.body) as Record<string, string>;
  if (answer.status !== 200) throw new Error(`token endpoint: ${body.error ?? answer.status}`);
  return { idToken: body.id_token ?? '', accessToken: body.access_token ?? '' };
}

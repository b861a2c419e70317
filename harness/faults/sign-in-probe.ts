/** The independent observer of everything that only a sign-in shows: signs a person in at the identity provider as a relying party of its own making would, and says how far it came. OIDC Core 1.0 §3.1. */
import { createHash, randomBytes } from 'node:crypto';
import { type PersonName, people, relyingParty } from '../fixtures/fixtures.ts';
import type { Disturbable } from './fault.ts';
import type { ProbeAnswer, ProbeQuestion } from './probe.ts';
import type { Symptom } from './symptom.ts';

type Claims = Readonly<Record<string, unknown>>;
/** Where the sign-in ended. `asks`: which of the two forms of a sign-in the last page shows. An ID token that is encrypted has no claims. */
export type SignInEnd =
  | { readonly ended: 'no-answer'; readonly at: string; readonly symptom: Symptom }
  | { readonly ended: 'no-document'; readonly at: 'discovery' | 'keys'; readonly status: number }
  | { readonly ended: 'page'; readonly status: number; readonly asks: 'password' | 'code' | 'nothing' }
  | { readonly ended: 'error'; readonly error: string }
  | { readonly ended: 'no-tokens'; readonly status: number; readonly error: string }
  | {
      readonly ended: 'tokens';
      readonly response: URLSearchParams;
      readonly header: Claims;
      readonly claims: Claims | undefined;
      /** Whether a key with the id that the token names is published. */
      readonly keyPublished: boolean;
    };

/** `acr`: a context that is asked for. */
export type SignInWishes = { readonly person?: PersonName; readonly acr?: string };

/** How a sign-in ends now. Never rejects for what the identity provider does. */
export async function signInSeen(world: Disturbable, { person = 'uma', acr }: SignInWishes = {}): Promise<SignInEnd> {
  const visit = visitOf(world);
  try {
    const {
      authorization_endpoint: authorize,
      token_endpoint: token,
      jwks_uri: keys,
    } = await visit.document('discovery', documentPath(world));
    const verifier = randomBytes(32).toString('base64url');
    const landed = await visit.authorize(`${authorize}?${authorizationQuery(verifier, acr)}`, person);
    if (landed instanceof URLSearchParams) return await redeemed(visit, { landed, verifier, token: String(token), keys: String(keys) });
    return landed;
  } catch (stopped) {
    if (stopped instanceof Ended) return stopped.end;
    throw stopped;
  }
}

/** Path of the realm's discovery document. */
export const documentPath = ({ realm }: Pick<Disturbable, 'realm'>): string => `${realm.issuer.pathname}/.well-known/openid-configuration`;

class Ended extends Error {
  readonly end: SignInEnd;
  constructor(end: SignInEnd) {
    super(end.ended);
    this.end = end;
  }
}

type Visit = {
  document(what: 'discovery' | 'keys', address: string): Promise<Claims>;
  /** The parameters with which the relying party is reached, or the end on the way there. */
  authorize(address: string, person: PersonName): Promise<URLSearchParams | SignInEnd>;
  post(address: string, form: Claims, headers: Readonly<Record<string, string>>): Promise<ProbeAnswer>;
};

type Followed = { readonly answer: ProbeAnswer; readonly address: string };
const mostRedirects = 10;

/** One browser with its cookies, at one host. */
function visitOf({ probe, realm }: Disturbable): Visit {
  const jar = new Map<string, string>();
  const send = async (question: ProbeQuestion): Promise<ProbeAnswer> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await probe.exchange({ ...question, headers: { ...question.headers, ...(cookie === '' ? {} : { cookie }) } });
    if ('failed' in answer) throw new Ended({ ended: 'no-answer', at: question.path.split('?', 1)[0] ?? '', symptom: answer.failed });
    for (const line of answer.cookies) {
      const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  const post = (address: string, form: Claims, headers: Readonly<Record<string, string>> = {}): Promise<ProbeAnswer> =>
    send({
      method: 'POST',
      path: pathOf(address, realm.issuer),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(form as Record<string, string>).toString(),
    });
  const follow = async (answer: ProbeAnswer, address: string, left = mostRedirects): Promise<Followed> => {
    const { location } = answer.headers;
    if (answer.status < 301 || answer.status > 303 || location === undefined || left === 0) return { answer, address };
    const next = new URL(location, new URL(address, realm.issuer)).href;
    if (next.startsWith(relyingParty.redirectUri)) return { answer, address: next };
    return follow(await send({ path: pathOf(next, realm.issuer) }), next, left - 1);
  };
  return {
    post,
    async document(what, address) {
      const { status, body } = await send({ path: pathOf(address, realm.issuer) });
      const read = status === 200 ? jsonIn(body) : undefined;
      if (read === undefined) throw new Ended({ ended: 'no-document', at: what, status });
      return read;
    },
    async authorize(address, person) {
      const page = await follow(await send({ path: pathOf(address, realm.issuer) }), address);
      const end = endOf(page);
      if (!('ended' in end) || end.ended !== 'page' || end.asks !== 'password') return end;
      const form = { username: person, password: people[person].password };
      const to = formAction(page.answer.body) ?? page.address;
      return endOf(await follow(await post(to, form), to));
    },
  };
}

/** Path and query: every address of the identity provider is one of the same host. */
function pathOf(address: string, base: URL): string {
  const { pathname, search } = new URL(address, base);
  return pathname + search;
}

function endOf({ answer, address }: Followed): URLSearchParams | SignInEnd {
  if (!address.startsWith(relyingParty.redirectUri)) {
    const has = (name: string): boolean => new RegExp(`<input[^>]*\\bname="${name}"`).test(answer.body);
    return { ended: 'page', status: answer.status, asks: has('password') ? 'password' : has('otp') ? 'code' : 'nothing' };
  }
  const parameters = new URL(address).searchParams;
  const error = parameters.get('error');
  return error === null ? parameters : { ended: 'error', error };
}

const formAction = (page: string): string | undefined => /<form[^>]*\baction="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');

type Redeeming = { readonly landed: URLSearchParams; readonly verifier: string; readonly token: string; readonly keys: string };
async function redeemed(visit: Visit, { landed, verifier, token, keys }: Redeeming): Promise<SignInEnd> {
  const { clientId, clientSecret, redirectUri } = relyingParty;
  const form = { grant_type: 'authorization_code', code: landed.get('code') ?? '', redirect_uri: redirectUri, code_verifier: verifier };
  const basic = Buffer.from(`${clientId}:${encodeURIComponent(clientSecret)}`).toString('base64');
  const { status, body } = await visit.post(token, form, { authorization: `Basic ${basic}` });
  const said = jsonIn(body) ?? {};
  if (status !== 200 || typeof said.id_token !== 'string') return { ended: 'no-tokens', status, error: String(said.error ?? 'none') };
  const [header = '', claims = '', ...rest] = said.id_token.split('.');
  const read = decoded(header);
  const published = ((await visit.document('keys', keys)).keys ?? []) as readonly Claims[];
  return {
    ended: 'tokens',
    response: landed,
    header: read,
    claims: rest.length === 1 ? decoded(claims) : undefined,
    keyPublished: published.some(({ kid }) => kid === read.kid),
  };
}

const decoded = (part: string): Claims => jsonIn(Buffer.from(part, 'base64url').toString('utf8')) ?? {};

function jsonIn(text: string): Claims | undefined {
  try {
    return JSON.parse(text) as Claims;
  } catch {
    return undefined;
  }
}

const authorizationQuery = (verifier: string, acr: string | undefined): string =>
  new URLSearchParams({
    client_id: relyingParty.clientId,
    response_type: 'code',
    scope: 'openid email',
    redirect_uri: relyingParty.redirectUri,
    state: randomBytes(16).toString('base64url'),
    nonce: randomBytes(16).toString('base64url'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(acr === undefined ? {} : { acr_values: acr, claims: JSON.stringify({ id_token: { acr: { essential: true, values: [acr] } } }) }),
  }).toString();

/** For a sighting: what happened, without anything of a token. */
export function endInWords(end: SignInEnd): string {
  switch (end.ended) {
    case 'no-answer':
      return `a sign-in had no answer at ${end.at}: ${end.symptom.kind}`;
    case 'no-document':
      return `the ${end.at} document cannot be read: status ${end.status}`;
    case 'page':
      return `a sign-in ended on a page (${end.status}) that asks for ${end.asks === 'code' ? 'a one-time code' : end.asks}`;
    case 'error':
      return `the identity provider sent the person back with the error ${end.error}`;
    case 'no-tokens':
      return `the token endpoint answered ${end.status} with the error ${end.error}`;
    case 'tokens':
      return `a sign-in ended with an ID token${end.claims ? '' : ' that cannot be read'}${end.keyPublished ? '' : ', signed by a key that is not published'}`;
  }
}

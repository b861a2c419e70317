/** The independent observer of everything that only a sign-in shows: signs a person in at the identity provider as a relying party of its own making would, and says how far it came. OIDC Core 1.0 §3.1. */
import { createHash, randomBytes } from 'node:crypto';
import { type PersonName, relyingParty } from '../fixtures/fixtures.ts';
import type { Symptom } from './symptom.ts';
import { askedBy, formAddress, NoAnswer, type Probed, passwordOf, type Shown, type Visitor, visitorOf } from './visitor.ts';

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
export async function signInSeen(probed: Probed, { person = 'uma', acr }: SignInWishes = {}): Promise<SignInEnd> {
  const visitor = visitorOf(probed);
  try {
    const found = await documentAt(visitor, 'discovery', documentPath(probed));
    const verifier = randomBytes(32).toString('base64url');
    const landed = await authorized(visitor, `${found.authorization_endpoint}?${authorizationQuery(verifier, acr)}`, {
      username: person,
      password: passwordOf(probed, person),
    });
    if (!(landed instanceof URLSearchParams)) return landed;
    return await redeemed(visitor, { landed, verifier, token: String(found.token_endpoint), keys: String(found.jwks_uri) });
  } catch (stopped) {
    if (stopped instanceof NoAnswer) return { ended: 'no-answer', at: stopped.at, symptom: stopped.symptom };
    if (stopped instanceof NoDocument) return stopped.end;
    throw stopped;
  }
}

/** Path of the realm's discovery document. */
export const documentPath = ({ realm }: Pick<Probed, 'realm'>): string => `${realm.issuer.pathname}/.well-known/openid-configuration`;

class NoDocument extends Error {
  override readonly name = 'NoDocument';
  readonly end: SignInEnd;
  constructor(end: SignInEnd & { readonly ended: 'no-document' }) {
    super(end.ended);
    this.end = end;
  }
}

async function documentAt(visitor: Visitor, what: 'discovery' | 'keys', address: string): Promise<Claims> {
  const { status, body } = await visitor.get(address);
  const read = status === 200 ? jsonIn(body) : undefined;
  if (read === undefined) throw new NoDocument({ ended: 'no-document', at: what, status });
  return read;
}

/** The parameters with which the relying party is reached, or the end on the way there. */
async function authorized(
  visitor: Visitor,
  address: string,
  signIn: Readonly<Record<'username' | 'password', string>>,
): Promise<URLSearchParams | SignInEnd> {
  const page = await visitor.open(address);
  const end = endOf(page);
  if (!('ended' in end) || end.ended !== 'page' || end.asks !== 'password') return end;
  return endOf(await visitor.submit(formAddress(page), signIn));
}

function endOf(shown: Shown): URLSearchParams | SignInEnd {
  if (!shown.address.startsWith(relyingParty.redirectUri)) return { ended: 'page', status: shown.answer.status, asks: askedBy(shown) };
  const parameters = new URL(shown.address).searchParams;
  const error = parameters.get('error');
  return error === null ? parameters : { ended: 'error', error };
}

type Redeeming = { readonly landed: URLSearchParams; readonly verifier: string; readonly token: string; readonly keys: string };
async function redeemed(visitor: Visitor, { landed, verifier, token, keys }: Redeeming): Promise<SignInEnd> {
  const { clientId, clientSecret, redirectUri } = relyingParty;
  const form = { grant_type: 'authorization_code', code: landed.get('code') ?? '', redirect_uri: redirectUri, code_verifier: verifier };
  const basic = Buffer.from(`${clientId}:${encodeURIComponent(clientSecret)}`).toString('base64');
  const { status, body } = await visitor.post(token, form, { authorization: `Basic ${basic}` });
  const said = jsonIn(body) ?? {};
  if (status !== 200 || typeof said.id_token !== 'string') return { ended: 'no-tokens', status, error: String(said.error ?? 'none') };
  const [header = '', claims = '', ...rest] = said.id_token.split('.');
  const read = decoded(header);
  const published = ((await documentAt(visitor, 'keys', keys)).keys ?? []) as readonly Claims[];
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

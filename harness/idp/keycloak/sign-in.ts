/** One sign-in by plain HTTP past the fault proxy: opens a session at the identity provider without a browser, and warms its classes. */
import { createHash, randomBytes } from 'node:crypto';
import { type PersonName, people, relyingParty } from '../../fixtures/fixtures.ts';
import { AdminFailure } from './admin-api.ts';
import { type LoopbackAnswer, type LoopbackRequest, loopbackRequest, type Upstream } from './loopback-request.ts';

export type SignedIn = { readonly idToken: string; readonly accessToken: string };
export type SignInOptions = { readonly realm: string; readonly person: PersonName; readonly publicOrigin: URL };

/** Authorization code with PKCE, as the relying party does it. Throws `AdminFailure` naming the step that did not work; never holds a token. */
export async function signInByHttp(upstream: Upstream, { realm, person, publicOrigin }: SignInOptions): Promise<SignedIn> {
  const verifier = randomBytes(32).toString('base64url');
  const base = `/realms/${realm}/protocol/openid-connect`;
  const ask = (asked: LoopbackRequest) =>
    loopbackRequest(upstream, {
      ...asked,
      headers: { ...asked.headers, host: publicOrigin.host, 'x-forwarded-proto': 'https', 'x-forwarded-host': publicOrigin.host },
    });

  const page = await ask({ method: 'GET', path: `${base}/auth?${authorizationQuery(verifier)}` });
  const answer = await ask({
    method: 'POST',
    path: formAction(page),
    headers: { cookie: cookiesOf(page), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ username: person, password: people[person].password }).toString(),
  });
  const code = new URL(answer.headers.location ?? 'about:blank').searchParams.get('code');
  if (answer.status !== 302 || code === null)
    throw new AdminFailure(`sign-in of ${person} at ${realm}: the form answered ${answer.status}`);

  const basic = Buffer.from(`${relyingParty.clientId}:${relyingParty.clientSecret}`).toString('base64');
  const { status, text } = await ask({
    method: 'POST',
    path: `${base}/token`,
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: relyingParty.redirectUri,
      code_verifier: verifier,
    }).toString(),
  });
  if (status !== 200) throw new AdminFailure(`sign-in of ${person} at ${realm}: the token endpoint answered ${status}`);
  const tokens = JSON.parse(text) as { id_token: string; access_token: string };
  return { idToken: tokens.id_token, accessToken: tokens.access_token };
}

const authorizationQuery = (verifier: string): string =>
  new URLSearchParams({
    client_id: relyingParty.clientId,
    response_type: 'code',
    scope: 'openid',
    redirect_uri: relyingParty.redirectUri,
    state: randomBytes(16).toString('base64url'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();

/** Path and query of the login form, whose address is the public one. */
function formAction({ status, text }: LoopbackAnswer): string {
  const form = /<form[^>]*\bid="kc-form-login"[^>]*>/.exec(text)?.[0];
  const action = form && /\baction="([^"]+)"/.exec(form)?.[1];
  if (!action) throw new AdminFailure(`the identity provider showed no login form: status ${status}`);
  const { pathname, search } = new URL(action.replaceAll('&amp;', '&'));
  return pathname + search;
}

const cookiesOf = ({ headers }: LoopbackAnswer): string => (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');

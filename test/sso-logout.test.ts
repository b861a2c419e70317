/** How a sign-on ends together with the identity provider's session: from here, through a browser, and from server to server (I-08, S4, S8). */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OutboundFailure } from '../system/kernel/ports.ts';
import { formTokenOn } from './form-token-on.ts';
import { clientId, issuer } from './sso-idp.ts';
import { type Browser, loginHost, openSsoStage, productHost, type SsoStage } from './sso-stage.ts';

let stage: SsoStage;
beforeEach(async () => {
  stage = await openSsoStage();
});
afterEach(() => stage.close());

/** Signed in by an ID token with this `sid`. */
async function signedIn(claims: Readonly<Record<string, unknown>> = { sid: 'idp-session-1' }): Promise<Browser> {
  stage.idp.deviate({ claims });
  const person = stage.browser();
  await person.get(loginHost, `/callback?${stage.idp.authorize(await person.toIdp())}`);
  stage.idp.deviate({});
  return person;
}
/** Whether the person comes to the product without the identity provider. */
async function isSignedIn(person: Browser): Promise<boolean> {
  const start = await person.open();
  const { location } = await person.get(loginHost, start.pathname + start.search);
  return location.startsWith(`https://${productHost}/`);
}
const now = (): number => Math.floor(stage.clock.now() / 1000);
const backChannel = (token: string) => stage.browser().post(loginHost, '/backchannel-logout', { logout_token: token });

test('a person signs out here, is led to the provider with the hint of this sign-on, and comes back to a page that says so', async () => {
  const person = await signedIn();
  const page = await person.get(loginHost, '/sign-out');
  expect([page.code, page.policy.includes(`form-action 'self' https://idp.acme.test;`)]).toEqual(['allowed', true]);
  const left = await person.post(loginHost, '/sign-out', { 'form-token': formTokenOn(page.body) });
  const url = new URL(left.location);
  expect([left.status, left.code, url.origin + url.pathname]).toEqual([303, 'allowed', `${issuer}/logout`]);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    id_token_hint: expect.stringMatching(/^eyJ/),
    client_id: clientId,
    post_logout_redirect_uri: `https://${loginHost}/signed-out`,
    state: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(await isSignedIn(person)).toBe(false);
  const back = `/signed-out?state=${url.searchParams.get('state')}`;
  const returned = await person.get(loginHost, back);
  expect([returned.status, returned.code]).toEqual([200, 'allowed']);
  expect(returned.body).toContain('identity provider has ended its own');
  expect((await person.get(loginHost, back)).code).toBe('sso.signed-out.state-unknown');
});

test.each<[string, Readonly<Record<string, unknown>>]>([
  ['a name', { given_name: 'Ada' }],
  ['a department', { department: 'Foundry' }],
  ['an e-mail address in the place of the subject', { sub: 'ada@acme.test' }],
])('an ID token with %s is no hint: nothing personal stands in an address', async (_name, claims) => {
  const person = await signedIn({ sid: 'idp-session-1', ...claims });
  const left = await person.post(loginHost, '/sign-out', { 'form-token': formTokenOn((await person.get(loginHost, '/sign-out')).body) });
  expect([...new URL(left.location).searchParams.keys()]).toEqual(['client_id', 'post_logout_redirect_uri', 'state']);
  expect(Buffer.from(stage.store.image()).includes('eyJhbGci')).toBe(false);
});

test('the way back from signing out is of one browser, and of ten minutes', async () => {
  const leave = async (): Promise<{ person: Browser; target: string }> => {
    const person = await signedIn();
    const left = await person.post(loginHost, '/sign-out', { 'form-token': formTokenOn((await person.get(loginHost, '/sign-out')).body) });
    return { person, target: `/signed-out?state=${new URL(left.location).searchParams.get('state')}` };
  };
  const { target } = await leave();
  expect((await stage.browser().get(loginHost, target)).code).toBe('sso.signed-out.of-another-browser');
  const late = await leave();
  stage.clock.advance(600_000);
  expect((await late.person.get(loginHost, late.target)).code).toBe('sso.signed-out.too-late');
});

test('a sign-out needs the form of this sign-on', async () => {
  const [person, other] = [await signedIn(), await signedIn()];
  const foreign = formTokenOn((await other.get(loginHost, '/sign-out')).body);
  expect((await person.post(loginHost, '/sign-out', { 'form-token': foreign })).code).toBe('session.sign-out.form-token-wrong');
  expect((await person.post(loginHost, '/sign-out', {})).code).toBe('session.sign-out.form-token-wrong');
  expect((await stage.browser().get(loginHost, '/sign-out')).code).toBe('session.sign-out.session-unknown');
  expect(await isSignedIn(person)).toBe(true);
});

test.each<[string, () => void]>([
  [
    'is away',
    () =>
      stage.idp.deviate({
        answer: () => {
          throw new OutboundFailure('no-answer');
        },
      }),
  ],
  ['has no place to sign out at', () => stage.idp.deviate({ metadata: { end_session_endpoint: undefined } })],
  ['is not on the allowlist any more', () => (stage.allowlist = ['idp.acme.test/realms/other'])],
  ['is none any more', () => (stage.settings = undefined)],
])('when the provider %s, the person is signed out here and told so', async (_name, change) => {
  const person = await signedIn();
  const token = formTokenOn((await person.get(loginHost, '/sign-out')).body);
  stage.clock.advance(6_000);
  change();
  const left = await person.post(loginHost, '/sign-out', { 'form-token': token });
  expect([left.status, left.code]).toEqual([200, 'allowed']);
  expect(left.body).toContain('could not be told');
  expect(await isSignedIn(person)).toBe(false);
});

test('a frame of the provider ends the session that it names, and nobody else may show it', async () => {
  const [person, other] = [await signedIn(), await signedIn({ sid: 'idp-session-2' })];
  const target = `/frontchannel-logout?${new URLSearchParams({ iss: issuer, sid: 'idp-session-1' })}`;
  const reply = await stage.browser().get(loginHost, target);
  expect([reply.status, reply.code]).toEqual([200, 'allowed']);
  expect(reply.policy).toContain('frame-ancestors https://idp.acme.test');
  expect([await isSignedIn(person), await isSignedIn(other)]).toEqual([false, true]);
  expect((await stage.browser().get(loginHost, target)).code).toBe('allowed');
});

test.each<[string, string, string]>([
  ['no issuer', 'sid=idp-session-1', 'issuer-missing'],
  ['another issuer', 'iss=https%3A%2F%2Fidp.initech.test&sid=idp-session-1', 'issuer-other'],
  ['no session', `iss=${encodeURIComponent(issuer)}`, 'sid-missing'],
  ['an empty session', `iss=${encodeURIComponent(issuer)}&sid=`, 'sid-missing'],
  ['two sessions', `iss=${encodeURIComponent(issuer)}&sid=idp-session-1&sid=x`, 'parameter-repeated'],
])('a front-channel logout with %s ends nothing, and no frame shows it', async (_name, query, reason) => {
  const person = await signedIn();
  // The person's own browser, with its cookies: they count for nothing.
  const reply = await person.get(loginHost, `/frontchannel-logout?${query}`);
  expect([reply.status, reply.code]).toEqual([400, `sso.front-channel-logout.${reason}`]);
  expect(reply.policy).toContain("frame-ancestors 'none'");
  expect(await isSignedIn(person)).toBe(true);
});

test.each<[string, () => void]>([
  ['answers as somebody else', () => stage.idp.deviate({ metadata: { issuer: `${issuer}-2` } })],
  ['points off the allowlist', () => stage.idp.deviate({ metadata: { token_endpoint: 'https://evil.test/' } })],
])('a provider that %s is not asked for the keys of a logout token where it was before', async (_name, change) => {
  const person = await signedIn();
  const token = await stage.idp.logoutToken({ sub: undefined });
  stage.clock.advance(301_000);
  change();
  const before = stage.idp.requests.length;
  expect((await backChannel(token)).status).toBe(400);
  expect(stage.idp.requests.slice(before).map(({ url }) => url.pathname)).toEqual(['/realms/acme/.well-known/openid-configuration']);
  expect(await isSignedIn(person)).toBe(true);
});

test.each<[string, Readonly<Record<string, unknown>>, [boolean, boolean]]>([
  ['session and person', {}, [false, true]],
  ['session alone', { sub: undefined }, [false, true]],
  ['person alone', { sid: undefined }, [false, false]],
  ['session of nobody', { sid: 'idp-session-9', sub: undefined }, [true, true]],
  ['session of somebody else', { sub: 'f:1:eve' }, [true, true]],
])('a logout token with the %s ends what it names', async (_name, claims, left) => {
  const [person, elsewhere] = [await signedIn(), await signedIn({ sid: 'idp-session-2' })];
  const reply = await backChannel(await stage.idp.logoutToken(claims));
  expect([reply.status, reply.body, reply.code]).toEqual([200, '', 'allowed']);
  expect([await isSignedIn(person), await isSignedIn(elsewhere)]).toEqual(left);
});

test('the older type of a logout token is accepted, and none', async () => {
  for (const typ of ['JWT', undefined]) expect((await backChannel(await stage.idp.logoutToken({}, { typ }))).code).toBe('allowed');
});

test.each<[string, () => Promise<string>, string]>([
  ['is none', async () => 'nothing', 'malformed'],
  ['is empty', async () => '', 'malformed'],
  ['is encrypted', async () => 'a.b.c.d.e', 'encrypted'],
  ['has the type of another', () => stage.idp.logoutToken({}, { typ: 'at+jwt' }), 'type-other'],
  ['brings its key', () => stage.idp.logoutToken({}, { jwk: {} }), 'key-in-header'],
  ['must be understood', async () => withHeader({ alg: 'RS256', kid: 'k-1', crit: ['x'], x: 1 }), 'header-critical'],
  ['is not signed', async () => withHeader({ alg: 'none', kid: 'k-1' }), 'algorithm-other'],
  ['has a key that is not published', () => stage.idp.logoutToken({}, { kid: 'k-2' }), 'key-unknown'],
  ['was changed', async () => withHeader({ alg: 'RS256', kid: 'k-1', typ: 'logout+jwt' }), 'signature-wrong'],
  ['is of another issuer', () => stage.idp.logoutToken({ iss: `${issuer}-2` }), 'issuer-other'],
  ['is for another client', () => stage.idp.logoutToken({ aud: 'another' }), 'audience-other'],
  ['is for another client, too', () => stage.idp.logoutToken({ aud: [clientId, 'another'] }), 'audience-other'],
  ['has a time in words', () => stage.idp.logoutToken({ exp: 'soon' }), 'time-malformed'],
  ['has no time of issue', () => stage.idp.logoutToken({ iat: undefined }), 'issued-at-missing'],
  ['is of the future', () => stage.idp.logoutToken({ iat: now() + 31, exp: now() + 90 }), 'issued-in-future'],
  ['is old', () => stage.idp.logoutToken({ iat: now() - 150 }), 'too-old'],
  ['has expired', () => stage.idp.logoutToken({ exp: now() - 30 }), 'expired'],
  ['has no event', () => stage.idp.logoutToken({ events: undefined }), 'event-missing'],
  ['has another event', () => stage.idp.logoutToken({ events: { 'https://evil.test/event': {} } }), 'event-missing'],
  [
    'has an event that is no object',
    () => stage.idp.logoutToken({ events: 'http://schemas.openid.net/event/backchannel-logout' }),
    'event-missing',
  ],
  ['has a nonce', () => stage.idp.logoutToken({ nonce: 'n' }), 'nonce-given'],
  ['names nobody', () => stage.idp.logoutToken({ sid: undefined, sub: undefined }), 'nobody-named'],
  ['names a number', () => stage.idp.logoutToken({ sid: 7 }), 'nobody-named'],
  ['has no id', () => stage.idp.logoutToken({ jti: undefined }), 'id-missing'],
])('a logout token that %s ends nothing, and is answered like every other', async (_name, token, reason) => {
  const person = await signedIn();
  const reply = await backChannel(await token());
  expect(reply.code).toBe(`sso.logout-token.${reason}`);
  expect([reply.status, reply.body]).toEqual([400, '{"error":"invalid_request"}']);
  expect(await isSignedIn(person)).toBe(true);
});
async function withHeader(header: object): Promise<string> {
  const [, claims, signature] = (await stage.idp.logoutToken()).split('.');
  return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${claims}.${'alg' in header && header.alg === 'none' ? '' : signature}`;
}

test('a logout token works once', async () => {
  const token = await stage.idp.logoutToken();
  expect((await backChannel(token)).code).toBe('allowed');
  const person = await signedIn();
  expect((await backChannel(token)).code).toBe('sso.logout-token.replayed');
  expect(await isSignedIn(person)).toBe(true);
});

test('an ID token is no logout token, and a logout token is no ID token', async () => {
  let idToken = '';
  stage.idp.deviate({ claims: { sid: 'idp-session-1' }, idToken: (honest) => (idToken = honest) });
  await stage.signIn();
  expect((await backChannel(idToken)).code).toBe('sso.logout-token.event-missing');
  const logoutToken = await stage.idp.logoutToken();
  stage.idp.deviate({ idToken: () => logoutToken });
  expect((await stage.signIn()).code).toBe('sso.id-token.type-other');
});

test('while single sign-on is not by OIDC, nobody ends anything by it', async () => {
  const token = await stage.idp.logoutToken();
  stage.settings = undefined;
  expect((await backChannel(token)).code).toBe('sso.logout-token.issuer-other');
  const target = `/frontchannel-logout?${new URLSearchParams({ iss: issuer, sid: 's' })}`;
  expect((await stage.browser().get(loginHost, target)).code).toBe('sso.front-channel-logout.issuer-other');
});

test('tokens with made-up keys do not make us ask the provider without end', async () => {
  await signedIn();
  const asked = (): number => stage.idp.requests.filter(({ url }) => url.pathname.endsWith('/keys')).length;
  const before = asked();
  for (let at = 0; at < 20; at += 1) await backChannel(await stage.idp.logoutToken({}, { kid: `made-up-${at}` }));
  expect(asked() - before).toBe(1);
});

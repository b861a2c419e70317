/** The way to the provider and back: whose request it is, whether it is still good, and why a sign-in cannot begin (I-05, A-12, C-02, S18). */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OutboundFailure, type OutboundFailureKind } from '../system/kernel/ports.ts';
import { type Deviation, issuer, jsonAnswer } from './sso-idp.ts';
import { type Browser, loginHost, oidcSettings, openSsoStage, productHost, type Reply, type SsoStage } from './sso-stage.ts';

let stage: SsoStage;
beforeEach(async () => {
  stage = await openSsoStage();
});
afterEach(() => stage.close());
const back = (person: Browser, parameters: URLSearchParams): Promise<Reply> => person.get(loginHost, `/callback?${parameters}`);
const changed = (parameters: URLSearchParams, name: string, value: string | undefined): URLSearchParams => {
  const copy = new URLSearchParams(parameters);
  if (value === undefined) copy.delete(name);
  else copy.set(name, value);
  return copy;
};
const startOf = async (person: Browser, more = ''): Promise<Reply> => {
  const start = await person.open();
  return person.get(loginHost, start.pathname + start.search + more);
};

test('a whole sign-in ends on the page where it began, with a session of its own on each host', async () => {
  const person = stage.browser();
  const reply = await back(person, stage.idp.authorize(await person.toIdp()));
  const url = new URL(reply.location);
  const landed = await person.get(productHost, url.pathname + url.search);
  expect([landed.status, landed.location, landed.code]).toEqual([303, '/issues/7', 'allowed']);
  expect([...person.cookies.keys()].sort()).toEqual([`${loginHost} __Host-sso`, `${productHost} __Host-session`]);
  const again = await person.get(productHost, url.pathname + url.search);
  expect(again.code).toBe('session.hand-over.code-unknown');
});

test('the authorization request asks for a code with PKCE, state and nonce, each new, and tells the provider nothing else', async () => {
  const [one, other] = [await stage.browser().toIdp(), await stage.browser().toIdp()];
  expect(one.origin + one.pathname).toBe(`${issuer}/authorize`);
  expect([...one.searchParams.keys()].sort()).toEqual(
    ['client_id', 'code_challenge', 'code_challenge_method', 'nonce', 'redirect_uri', 'response_type', 'scope', 'state'].sort(),
  );
  expect(one.searchParams.get('redirect_uri')).toBe(`https://${loginHost}/callback`);
  for (const name of ['state', 'nonce', 'code_challenge']) expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name));
});

test('nothing of a sign-in in progress is stored under what the browser carries', async () => {
  const person = stage.browser();
  const url = await person.toIdp();
  const image = Buffer.from(stage.store.image()).toString('latin1');
  for (const secret of [url.searchParams.get('state') ?? '', ...person.cookies.values()]) expect(image.includes(secret)).toBe(false);
});

test.each<[string, (parameters: URLSearchParams) => URLSearchParams, string]>([
  ['a state that nobody gave', (p) => changed(p, 'state', 'made-up'), 'sso.callback.state-unknown'],
  ['no state', (p) => changed(p, 'state', undefined), 'sso.callback.state-unknown'],
  ['two states', (p) => new URLSearchParams(`${p}&state=x`), 'sso.callback.parameter-repeated'],
  [
    'two of a parameter that nobody reads',
    (p) => new URLSearchParams(`${p}&session_state=x&session_state=y`),
    'sso.callback.parameter-repeated',
  ],
  ['an error of the provider', (p) => changed(changed(p, 'code', undefined), 'error', 'access_denied'), 'sso.callback.refused-by-idp'],
  ['an error beside a code', (p) => changed(p, 'error', 'access_denied'), 'sso.callback.code-and-error'],
  ['the name of another issuer', (p) => changed(p, 'iss', 'https://idp.initech.test'), 'sso.callback.issuer-other'],
  ['an empty name of an issuer', (p) => changed(p, 'iss', ''), 'sso.callback.issuer-other'],
  ['no issuer although it was promised', (p) => changed(p, 'iss', undefined), 'sso.callback.issuer-missing'],
  ['two issuers', (p) => new URLSearchParams(`${p}&iss=x`), 'sso.callback.parameter-repeated'],
  ['another issuer and an error', (p) => changed(changed(p, 'iss', 'https://evil.test'), 'error', 'x'), 'sso.callback.issuer-other'],
  ['no code', (p) => changed(p, 'code', undefined), 'sso.callback.code-missing'],
  ['an empty code', (p) => changed(p, 'code', ''), 'sso.callback.code-missing'],
  ['two codes', (p) => new URLSearchParams(`${p}&code=x`), 'sso.callback.parameter-repeated'],
  ['a code that the provider did not give', (p) => changed(p, 'code', 'made-up'), 'sso.code-exchange.code-rejected'],
  ['a token in the address', (p) => changed(p, 'id_token', 'x'), 'sso.callback.token-in-url'],
  ['a response in a token', (p) => changed(p, 'response', 'x'), 'sso.callback.token-in-url'],
])('%s in the answer is refused with its own code', async (_name, change, code) => {
  const person = stage.browser();
  const reply = await back(person, change(stage.idp.authorize(await person.toIdp())));
  expect(reply.code).toBe(code);
  expect([...person.cookies.keys()].filter((key) => key.endsWith('__Host-sso'))).toEqual([]);
});

test('a provider that never promised its name in the answer need not give it', async () => {
  stage.idp.deviate({ metadata: { authorization_response_iss_parameter_supported: undefined } });
  expect((await stage.signIn((parameters) => changed(parameters, 'iss', undefined))).code).toBe('allowed');
  expect((await stage.signIn((parameters) => changed(parameters, 'iss', 'https://evil.test'))).code).toBe('sso.callback.issuer-other');
});

test('an answer works once', async () => {
  const person = stage.browser();
  const parameters = stage.idp.authorize(await person.toIdp());
  expect((await back(person, parameters)).code).toBe('allowed');
  expect((await back(person, parameters)).code).toBe('sso.callback.state-unknown');
});

test('an answer to another browser signs nobody in, and is spent', async () => {
  const [attacker, victim] = [stage.browser(), stage.browser()];
  const parameters = stage.idp.authorize(await attacker.toIdp());
  await victim.toIdp();
  expect((await back(victim, parameters)).code).toBe('sso.callback.of-another-browser');
  expect((await back(attacker, parameters)).code).toBe('sso.callback.state-unknown');
});

test('an answer is good until 599.999 s, and not at 600 s', async () => {
  for (const [ms, code] of [
    [599_999, 'session.hand-over.state-unknown'],
    [600_000, 'sso.callback.too-late'],
  ] as const) {
    const person = stage.browser();
    stage.clock.advance(6_000);
    const start = await person.open();
    stage.clock.advance(1);
    const url = new URL((await person.get(loginHost, start.pathname + start.search)).location);
    stage.clock.advance(ms);
    // One millisecond older than the sign-in, the hand-over is what ends first; the sign-in itself was still accepted.
    expect((await back(person, stage.idp.authorize(url))).code).toBe(code);
  }
});

test('a refused hand-over leaves no sign-on behind', async () => {
  const person = stage.browser();
  const start = await person.open();
  stage.clock.advance(1);
  const url = new URL((await person.get(loginHost, start.pathname + start.search)).location);
  stage.clock.advance(599_999);
  await back(person, stage.idp.authorize(url));
  expect(stage.store.list('session.sign-on')).toEqual([]);
});

test('settings that changed in between are noticed before the code goes anywhere', async () => {
  const person = stage.browser();
  const parameters = stage.idp.authorize(await person.toIdp());
  const asked = stage.idp.requests.length;
  stage.settings = oidcSettings({ issuer: 'https://idp.acme.test/realms/other' });
  expect((await back(person, parameters)).code).toBe('sso.callback.settings-changed');
  expect(stage.idp.requests).toHaveLength(asked);
});

test('a person is one subject, whoever else the provider has', async () => {
  for (const sub of ['f:1:ada', 'f:1:ada', 'f:1:bo']) {
    stage.idp.deviate({ claims: { sub } });
    await stage.signIn();
  }
  const subjects = stage.records.filter(({ event }) => event === 'sso.sign-in.completed').map(({ actor }) => actor);
  expect([subjects[0] === subjects[1], subjects[0] === subjects[2]]).toEqual([true, false]);
  expect(subjects.join()).not.toContain('ada');
});

const kinds: Readonly<Record<OutboundFailureKind, string>> = {
  'connection-refused': 'sso.idp.connection-refused',
  'no-answer': 'sso.idp.no-answer',
  'certificate-not-trusted': 'sso.idp.certificate-not-trusted',
  'certificate-expired': 'sso.idp.certificate-expired',
  'certificate-name-mismatch': 'sso.idp.certificate-name-mismatch',
  'name-not-found': 'sso.idp.name-not-found',
  'answer-too-large': 'sso.idp.metadata-malformed',
  'connection-broken': 'sso.idp.unavailable',
};
test.each(Object.entries(kinds) as [OutboundFailureKind, string][])(
  '%s is told as its own code, with a page that says what to do',
  async (kind, code) => {
    stage.idp.deviate({
      answer: () => {
        throw new OutboundFailure(kind);
      },
    });
    const reply = await startOf(stage.browser());
    expect([reply.status, reply.code]).toEqual([503, code]);
    expect(reply.body).toContain('Try again');
    expect(reply.body).not.toContain('anyway');
  },
);

const document = (metadata: Deviation['metadata']): Deviation => (metadata ? { metadata } : {});
const discovery = (answer: () => ReturnType<typeof jsonAnswer>): Deviation => ({
  answer: (endpoint) => (endpoint === 'discovery' ? answer() : undefined),
});
test.each<[string, Deviation, string]>([
  ['404', discovery(() => jsonAnswer({}, 404)), 'sso.idp.unavailable'],
  ['503', discovery(() => jsonAnswer({}, 503)), 'sso.idp.unavailable'],
  ['a redirect', discovery(() => jsonAnswer({}, 302, { location: 'https://evil.test/' })), 'sso.idp.unavailable'],
  ['a page', discovery(() => ({ ...jsonAnswer({}), body: new Uint8Array(Buffer.from('<html>')) })), 'sso.idp.metadata-malformed'],
  ['a list', discovery(() => jsonAnswer([])), 'sso.idp.metadata-malformed'],
  ['no token endpoint', document({ token_endpoint: undefined }), 'sso.idp.metadata-malformed'],
  ['an endpoint that is no address', document({ jwks_uri: 'keys' }), 'sso.idp.metadata-malformed'],
  ['the name of another issuer', document({ issuer: `${issuer}-2` }), 'sso.idp.issuer-other'],
  ['a slash after its name', document({ issuer: `${issuer}/` }), 'sso.idp.issuer-other'],
  [
    'an authorization endpoint elsewhere',
    document({ authorization_endpoint: 'https://evil.test/authorize' }),
    'sso.idp.endpoint-not-allowed',
  ],
  [
    'a token endpoint of another realm',
    document({ token_endpoint: 'https://idp.acme.test/realms/other/token' }),
    'sso.idp.endpoint-not-allowed',
  ],
  ['keys over http', document({ jwks_uri: `http${issuer.slice(5)}/keys` }), 'sso.idp.endpoint-not-allowed'],
  ['keys at another port', document({ jwks_uri: 'https://idp.acme.test:8443/realms/acme/keys' }), 'sso.idp.endpoint-not-allowed'],
  ['a script as its endpoint', document({ authorization_endpoint: 'javascript:alert(1)' }), 'sso.idp.endpoint-not-allowed'],
  ['a logout elsewhere', document({ end_session_endpoint: 'https://evil.test/out' }), 'sso.idp.endpoint-not-allowed'],
])('a discovery document with %s begins no sign-in', async (_name, deviation, code) => {
  stage.idp.deviate(deviation);
  const reply = await startOf(stage.browser());
  expect([reply.status, reply.code]).toEqual([503, code]);
  expect(stage.idp.requests.map(({ url }) => url.hostname)).toEqual(['idp.acme.test']);
});

test('no settings, and settings off the allowlist, ask nobody', async () => {
  stage.settings = undefined;
  expect((await startOf(stage.browser())).code).toBe('sso.idp.not-configured');
  stage.settings = oidcSettings({ issuer: 'https://evil.test' });
  expect((await startOf(stage.browser())).code).toBe('sso.idp.endpoint-not-allowed');
  expect(stage.idp.requests).toEqual([]);
});

const refusedNow: Deviation = {
  answer: () => {
    throw new OutboundFailure('connection-refused');
  },
};
test('a provider that was good before and is away now may be tried anyway, by the person’s own browser', async () => {
  await startOf(stage.browser());
  stage.clock.advance(6_000);
  stage.idp.deviate(refusedNow);
  const person = stage.browser();
  const page = await startOf(person);
  expect(page.body).toContain('anyway=1');
  const reply = await startOf(person, '&anyway=1');
  expect([reply.status, new URL(reply.location).origin]).toEqual([303, 'https://idp.acme.test']);
});

test.each<[string, () => void]>([
  ['answers as somebody else', () => stage.idp.deviate({ metadata: { issuer: `${issuer}-2` } })],
  ['points off the allowlist', () => stage.idp.deviate({ metadata: { jwks_uri: 'https://evil.test/' } })],
  [
    'is away, and no longer on the allowlist',
    () => {
      stage.idp.deviate(refusedNow);
      stage.allowlist = ['idp.acme.test/realms/other'];
    },
  ],
])('a provider that %s may not be tried anyway', async (_name, change) => {
  await startOf(stage.browser());
  stage.clock.advance(6_000);
  change();
  const person = stage.browser();
  expect((await startOf(person)).body).not.toContain('anyway=1');
  const reply = await startOf(person, '&anyway=1');
  expect([reply.status, reply.location]).toEqual([503, '']);
});

test('discovery is asked again after five seconds, and not before', async () => {
  await startOf(stage.browser());
  stage.clock.advance(4_999);
  await startOf(stage.browser());
  expect(stage.idp.requests).toHaveLength(1);
  stage.clock.advance(1);
  await startOf(stage.browser());
  expect(stage.idp.requests).toHaveLength(2);
});

test('no state, a foreign one and one that is too old begin nothing and ask nobody', async () => {
  const person = stage.browser();
  const start = await person.open();
  stage.clock.advance(600_000);
  for (const target of ['/start', '/start?state=made-up', '/start?state=a&state=b', start.pathname + start.search])
    expect((await person.get(loginHost, target)).code).toBe('session.hand-over.state-unknown');
  expect(stage.idp.requests).toEqual([]);
});

test('no parameter of the start or the answer leads a person anywhere but to the host where it began', async () => {
  const evil = fc.constantFrom(
    '//evil.test',
    '/\\evil.test',
    'https://evil.test/',
    'https:evil.test',
    '%2f%2fevil.test',
    'javascript:alert(1)',
    '\\\\evil.test',
  );
  const name = fc.constantFrom('returnTo', 'return_to', 'redirect_uri', 'next', 'url', 'host', 'location', 'continue');
  await fc.assert(
    fc.asyncProperty(name, evil, async (parameter, value) => {
      const extra = new URLSearchParams({ [parameter]: value });
      const person = stage.browser();
      const start = await startOf(person, `&${extra}`);
      const url = new URL(start.location);
      expect([url.origin, url.searchParams.get('redirect_uri')]).toEqual(['https://idp.acme.test', `https://${loginHost}/callback`]);
      const reply = await back(person, new URLSearchParams(`${stage.idp.authorize(url)}&${extra}`));
      const hand = new URL(reply.location);
      expect(hand.origin).toBe(`https://${productHost}`);
      const landed = await person.get(productHost, `${hand.pathname}${hand.search}&${extra}`);
      expect(landed.location).toBe('/issues/7');
    }),
    { numRuns: 30 },
  );
});

/** What the identity provider says, wrong in one thing at a time: each departure has its own code, and never "unexpected" (I-07, S11). */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { OutboundFailure } from '../system/kernel/ports.ts';
import { clientId, type Deviation, issuer, jsonAnswer } from './sso-idp.ts';
import { openSsoStage, productHost, type SsoStage } from './sso-stage.ts';

let stage: SsoStage;
beforeAll(async () => {
  stage = await openSsoStage();
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.clock.advance(301_000); // past what was kept of the last discovery and of the keys
  stage.idp.deviate({});
});
const now = (): number => Math.floor(stage.clock.now() / 1000);
const unsigned = (header: object, token: string): string =>
  `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${token.split('.')[1]}`;

test('the honest provider signs a person in, who is sent on to the product with a code', async () => {
  const reply = await stage.signIn();
  expect([reply.status, reply.code]).toEqual([303, 'allowed']);
  expect(new URL(reply.location).origin + new URL(reply.location).pathname).toBe(`https://${productHost}/.auth/session`);
});

test('an honest token needs neither azp nor at_hash, and may name its one audience in a list', async () => {
  for (const claims of [{ azp: undefined, at_hash: undefined }, { aud: [clientId] }]) {
    stage.idp.deviate({ claims });
    expect((await stage.signIn()).code).toBe('allowed');
  }
});

test.each<[string, () => Deviation, string]>([
  ['the issuer of another realm', () => ({ claims: { iss: `${issuer}-2` } }), 'sso.id-token.issuer-other'],
  ['an issuer with a slash after it', () => ({ claims: { iss: `${issuer}/` } }), 'sso.id-token.issuer-other'],
  ['another audience', () => ({ claims: { aud: 'another' } }), 'sso.id-token.audience-other'],
  ['several audiences and no azp', () => ({ claims: { aud: [clientId, 'another'], azp: undefined } }), 'sso.id-token.azp-missing'],
  ['several audiences and our azp', () => ({ claims: { aud: [clientId, 'another'] } }), 'sso.id-token.audience-many'],
  ['no audience', () => ({ claims: { aud: undefined } }), 'sso.id-token.audience-missing'],
  ['an empty list of audiences', () => ({ claims: { aud: [] } }), 'sso.id-token.audience-missing'],
  ['the azp of another client', () => ({ claims: { azp: 'another' } }), 'sso.id-token.azp-other'],
  ['several audiences and another azp', () => ({ claims: { aud: [clientId, 'another'], azp: 'another' } }), 'sso.id-token.azp-other'],
  ['another nonce', () => ({ claims: { nonce: 'another' } }), 'sso.id-token.nonce-other'],
  ['the hash of another access token', () => ({ claims: { at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' } }), 'sso.id-token.access-token-other'],
  [
    'an access token that is not the one it vouches for',
    () => ({ tokenAnswer: { access_token: 'swapped' } }),
    'sso.id-token.access-token-other',
  ],
  ['an end that has passed', () => ({ claims: { iat: now() - 120, exp: now() - 31 } }), 'sso.id-token.expired'],
  ['a time of issue that has not come', () => ({ claims: { iat: now() + 40, exp: now() + 100 } }), 'sso.id-token.issued-in-future'],
  ['a time before which it is no good', () => ({ claims: { nbf: now() + 40 } }), 'sso.id-token.not-yet-valid'],
  ['a time of issue long ago', () => ({ claims: { iat: now() - 301 } }), 'sso.id-token.too-old'],
  ['a life of more than a day', () => ({ claims: { exp: now() + 86_401 } }), 'sso.id-token.lifetime-too-long'],
  ['no time of issue', () => ({ claims: { iat: undefined } }), 'sso.id-token.issued-at-missing'],
  ['a time before the epoch', () => ({ claims: { nbf: -1 } }), 'sso.id-token.time-malformed'],
  [
    'the event of a logout token',
    () => ({ claims: { events: { 'http://schemas.openid.net/event/backchannel-logout': {} } } }),
    'sso.id-token.logout-token',
  ],
  ['the type of a logout token', () => ({ header: { typ: 'logout+jwt' } }), 'sso.id-token.type-other'],
  ['the type of an access token', () => ({ header: { typ: 'at+jwt' } }), 'sso.id-token.type-other'],
  ['a key in its header', () => ({ header: { jwk: { kty: 'oct', k: 'AAAA' } } }), 'sso.id-token.key-in-header'],
  ['the address of keys in its header', () => ({ header: { jku: 'https://evil.test/keys' } }), 'sso.id-token.key-in-header'],
  ['the address of a certificate in its header', () => ({ header: { x5u: 'https://evil.test/c' } }), 'sso.id-token.key-in-header'],
  ['a certificate in its header', () => ({ header: { x5c: ['AAAA'] } }), 'sso.id-token.key-in-header'],
  ['a subject of 256 characters', () => ({ claims: { sub: 's'.repeat(256) } }), 'sso.id-token.subject-too-long'],
  ['an empty subject', () => ({ claims: { sub: '' } }), 'sso.id-token.subject-missing'],
  ['a claim twice', () => ({ idToken: withSubjectTwice }), 'sso.id-token.claims-duplicated'],
  ['padding', () => ({ idToken: (token) => `${token}=` }), 'sso.id-token.malformed'],
  [
    'a list in place of claims',
    () => ({ idToken: (token) => `${token.split('.')[0]}.${Buffer.from('[]').toString('base64url')}.${token.split('.')[2]}` }),
    'sso.id-token.malformed',
  ],
  ['no signature', () => ({ idToken: (token) => `${unsigned({ alg: 'none', kid: 'k-1' }, token)}.` }), 'sso.id-token.algorithm-other'],
  [
    'a signature by the client secret',
    () => ({
      idToken: (token) => {
        const text = unsigned({ alg: 'HS256', kid: 'k-1' }, token);
        return `${text}.${createHmac('sha256', 'an-honest-secret').update(text).digest('base64url')}`;
      },
    }),
    'sso.id-token.algorithm-other',
  ],
  [
    'a signature by the client secret that the metadata allows',
    () => ({
      metadata: { id_token_signing_alg_values_supported: ['RS256', 'HS256'] },
      idToken: (token) => {
        const text = unsigned({ alg: 'HS256', kid: 'k-1' }, token);
        return `${text}.${createHmac('sha256', 'an-honest-secret').update(text).digest('base64url')}`;
      },
    }),
    'sso.id-token.algorithm-other',
  ],
  ['an unknown key id', () => ({ header: { kid: 'k-2' } }), 'sso.id-token.key-unknown'],
  ['a key for encryption', () => ({ keys: ([key]) => ({ keys: [{ ...key, use: 'enc' }] }) }), 'sso.id-token.key-unsuitable'],
  ['a key for another algorithm', () => ({ keys: ([key]) => ({ keys: [{ ...key, alg: 'PS256' }] }) }), 'sso.id-token.key-unsuitable'],
  [
    'a key that may only encrypt',
    () => ({ keys: ([key]) => ({ keys: [{ ...key, key_ops: ['encrypt'] }] }) }),
    'sso.id-token.key-unsuitable',
  ],
  ['a key of another kind', () => ({ keys: () => ({ keys: [{ kty: 'oct', k: 'AAAA', kid: 'k-1' }] }) }), 'sso.id-token.key-unsuitable'],
  ['a key id that two keys have', () => ({ keys: ([key]) => ({ keys: [key, { ...key }] }) }), 'sso.id-token.key-ambiguous'],
  [
    'no key id, of several keys',
    () => ({ header: { kid: undefined }, keys: ([key]) => ({ keys: [key, { ...key, kid: 'k-9' }] }) }),
    'sso.id-token.key-ambiguous',
  ],
  ['a key id that is a number', () => ({ header: { kid: 1 } }), 'sso.id-token.key-unknown'],
  ['a key that is none', () => ({ keys: ([key]) => ({ keys: [{ ...key, e: undefined }] }) }), 'sso.id-token.key-unsuitable'],
  ['no keys at all', () => ({ keys: () => ({ keys: [] }) }), 'sso.keys.empty'],
  ['the signature of another key', () => ({ signedByStranger: true }), 'sso.id-token.signature-wrong'],
  ['claims changed after signing', () => ({ idToken: swapSubject }), 'sso.id-token.signature-wrong'],
  ['no subject', () => ({ claims: { sub: undefined } }), 'sso.id-token.subject-missing'],
  ['a subject that is a number', () => ({ claims: { sub: 7 } }), 'sso.id-token.subject-missing'],
  ['no nonce', () => ({ claims: { nonce: undefined } }), 'sso.id-token.nonce-missing'],
  ['no issuer', () => ({ claims: { iss: undefined } }), 'sso.id-token.issuer-missing'],
  ['no end', () => ({ claims: { exp: undefined } }), 'sso.id-token.expiry-missing'],
  ['an end in words', () => ({ claims: { exp: 'tomorrow' } }), 'sso.id-token.time-malformed'],
  ['an extension that must be understood', () => ({ idToken: (token) => withCritical(token) }), 'sso.id-token.header-critical'],
  ['five parts', () => ({ idToken: () => 'a.b.c.d.e' }), 'sso.id-token.encrypted'],
  ['no parts', () => ({ idToken: () => 'nothing' }), 'sso.id-token.malformed'],
])('an ID token with %s is refused with its own code', async (_name, deviation, code) => {
  stage.idp.deviate(deviation());
  const reply = await stage.signIn();
  expect([reply.status, reply.code]).toEqual([403, code]);
  expect(reply.body).not.toMatch(/id_token|an-honest-secret|an-access-token|eyJ/);
});

function swapSubject(token: string): string {
  const [header, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return `${header}.${Buffer.from(JSON.stringify({ ...claims, sub: 'f:1:eve' })).toString('base64url')}.${signature}`;
}
function withSubjectTwice(token: string): string {
  const [header, payload = '', signature] = token.split('.');
  const claims = Buffer.from(payload, 'base64url').toString();
  return `${header}.${Buffer.from(claims.replace('{', '{"s\\u0075b":"f:1:eve",')).toString('base64url')}.${signature}`;
}
function withCritical(token: string): string {
  const [, payload, signature] = token.split('.');
  const header = Buffer.from(JSON.stringify({ alg: 'RS256', kid: 'k-1', crit: ['x'], x: 1 })).toString('base64url');
  return `${header}.${payload}.${signature}`;
}
const only = (endpoint: string, answer: () => ReturnType<typeof jsonAnswer>): Deviation => ({
  answer: (asked) => (asked === endpoint ? answer() : undefined),
});
const failing = (endpoint: string): Deviation =>
  only(endpoint, () => {
    throw new OutboundFailure('connection-refused');
  });
const tooLarge = (endpoint: string): Deviation =>
  only(endpoint, () => {
    throw new OutboundFailure('answer-too-large');
  });

test.each<[string, Deviation, string]>([
  ['rejects the client', only('token', () => jsonAnswer({ error: 'invalid_client' }, 401)), 'sso.code-exchange.client-rejected'],
  [
    'rejects the client with a challenge',
    only('token', () => jsonAnswer({ error: 'invalid_client' }, 401, { 'www-authenticate': 'Basic realm="r"' })),
    'sso.code-exchange.client-rejected',
  ],
  [
    'rejects what the client may do',
    only('token', () => jsonAnswer({ error: 'unauthorized_client' }, 400)),
    'sso.code-exchange.client-rejected',
  ],
  ['rejects the code', only('token', () => jsonAnswer({ error: 'invalid_grant' }, 400)), 'sso.code-exchange.code-rejected'],
  ['rejects the request', only('token', () => jsonAnswer({ error: 'invalid_request' }, 400)), 'sso.code-exchange.request-rejected'],
  ['is in trouble', only('token', () => jsonAnswer({ error: 'server_error' }, 500)), 'sso.code-exchange.idp-unreachable'],
  ['answers 503', only('token', () => jsonAnswer('away', 503)), 'sso.code-exchange.idp-unreachable'],
  [
    'redirects',
    only('token', () => jsonAnswer('', 302, { location: 'https://idp.acme.test/realms/acme/elsewhere' })),
    'sso.code-exchange.redirected',
  ],
  ['answers without a body', only('token', () => jsonAnswer('', 204)), 'sso.code-exchange.response-malformed'],
  ['answers with a status that is none', only('token', () => jsonAnswer({}, 999)), 'sso.code-exchange.response-malformed'],
  ['cannot be reached', failing('token'), 'sso.code-exchange.idp-unreachable'],
  ['shows no keys', only('keys', () => jsonAnswer({}, 404)), 'sso.keys.unreachable'],
  ['cannot be reached for its keys', failing('keys'), 'sso.keys.unreachable'],
  ['has keys that are no list', { keys: () => ({ keys: 'k-1' }) }, 'sso.keys.malformed'],
  [
    'has a page in place of keys',
    only('keys', () => ({ ...jsonAnswer({ keys: [] }), headers: { 'content-type': 'text/html' } })),
    'sso.keys.malformed',
  ],
  [
    'has too many keys',
    { keys: ([key]) => ({ keys: Array.from({ length: 65 }, (_, at) => ({ ...key, kid: `k-${at}` })) }) },
    'sso.keys.too-large',
  ],
  ['has keys beyond all bounds', tooLarge('keys'), 'sso.keys.too-large'],
  ['answers beyond all bounds', tooLarge('token'), 'sso.code-exchange.too-large'],
  [
    'says what is not JSON',
    only('token', () => ({ ...jsonAnswer({}), body: new Uint8Array(Buffer.from('<html>')) })),
    'sso.code-exchange.response-malformed',
  ],
  [
    'says it is a page',
    only('token', () => ({ ...jsonAnswer({}), headers: { 'content-type': 'text/html' } })),
    'sso.code-exchange.content-type-other',
  ],
  ['gives no ID token', { tokenAnswer: { id_token: undefined } }, 'sso.code-exchange.id-token-missing'],
  ['gives no access token', { tokenAnswer: { access_token: undefined } }, 'sso.code-exchange.response-malformed'],
  ['gives a token of another kind', { tokenAnswer: { token_type: 'mac' } }, 'sso.code-exchange.token-type-other'],
])('a provider that %s is told apart', async (_name, deviation, code) => {
  stage.idp.deviate(deviation);
  expect((await stage.signIn()).code).toBe(code);
  expect(stage.idp.requests.filter(({ url }) => url.pathname.endsWith('/elsewhere'))).toEqual([]);
});

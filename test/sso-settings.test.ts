/** What an organisation may set about its provider, seen at work: how we prove who we are, fixed endpoints, the demanded authentication context, struck-out keys, and another algorithm (I-06, C-03, C-04). */
import { calculateJwkThumbprint, type JSONWebKeySet, type JWK } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OutboundFailure } from '../system/kernel/ports.ts';
import { clientId, clientSecret, type Deviation, issuer, jsonAnswer } from './sso-idp.ts';
import { loginHost, oidcSettings, openSsoStage, type SsoStage } from './sso-stage.ts';

let stage: SsoStage;
beforeEach(async () => {
  stage = await openSsoStage();
});
afterEach(() => stage.close());
const tokenRequest = () => stage.idp.requests.findLast(({ url }) => url.pathname.endsWith('/token'));

test('the secret goes in the header or in the form, never in both', async () => {
  expect((await stage.signIn()).code).toBe('allowed');
  expect(tokenRequest()?.body).not.toContain(clientSecret);
  stage.settings = oidcSettings({ clientAuthentication: { method: 'client_secret_post', secret: clientSecret } });
  expect((await stage.signIn()).code).toBe('sso.code-exchange.client-rejected');
  stage.idp.wants('client_secret_post');
  expect((await stage.signIn()).code).toBe('allowed');
  expect(new Headers(tokenRequest()?.headers).get('authorization')).toBeNull();
});

test('with a key of our own no secret goes anywhere, and the provider verifies with what we publish', async () => {
  const published = await stage.browser().get(loginHost, '/jwks');
  const keys = JSON.parse(published.body) as JSONWebKeySet;
  expect(keys.keys).toHaveLength(1);
  expect(keys.keys[0]).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' });
  expect(Object.keys(keys.keys[0] ?? {})).not.toContain('d');
  stage.settings = oidcSettings({ clientAuthentication: { method: 'private_key_jwt' } });
  stage.idp.wants('private_key_jwt', keys);
  expect((await stage.signIn()).code).toBe('allowed');
  expect(JSON.parse((await stage.browser().get(loginHost, '/jwks')).body)).toEqual(keys);
});

test('where endpoints are fixed, discovery is not asked, and the provider is away when its keys are', async () => {
  const endpoints = {
    authorization: `${issuer}/authorize`,
    token: `${issuer}/token`,
    keys: `${issuer}/keys`,
    endSession: `${issuer}/logout`,
  };
  stage.settings = oidcSettings({ endpoints });
  expect((await stage.signIn()).code).toBe('allowed');
  expect(stage.idp.requests.filter(({ url }) => url.pathname.includes('well-known'))).toEqual([]);
  stage.clock.advance(6_000);
  stage.idp.deviate({ answer: (endpoint) => (endpoint === 'keys' ? jsonAnswer({}, 503) : undefined) });
  const person = stage.browser();
  const start = await person.open();
  expect((await person.get(loginHost, start.pathname + start.search)).code).toBe('sso.idp.unavailable');
  stage.settings = oidcSettings({ endpoints: { ...endpoints, token: 'https://evil.test/token' } });
  expect((await person.get(loginHost, start.pathname + start.search)).code).toBe('sso.idp.endpoint-not-allowed');
});

test('a demanded authentication context is asked for as essential, and every token has to name it', async () => {
  stage.settings = oidcSettings({ demandedAcr: ['urn:acme:hwk', 'urn:acme:hwk2'] });
  const { searchParams } = await stage.browser().toIdp();
  expect(searchParams.get('acr_values')).toBe('urn:acme:hwk urn:acme:hwk2');
  expect(JSON.parse(searchParams.get('claims') ?? '')).toEqual({
    id_token: { acr: { essential: true, values: ['urn:acme:hwk', 'urn:acme:hwk2'] } },
  });
  for (const [acr, code] of [
    ['urn:acme:hwk2', 'allowed'],
    ['pwd', 'sso.id-token.acr-other'],
    ['urn:acme:HWK', 'sso.id-token.acr-other'],
    ['0', 'sso.id-token.acr-other'],
    [2, 'sso.id-token.acr-other'],
    [['urn:acme:hwk'], 'sso.id-token.acr-other'],
    [undefined, 'sso.id-token.acr-missing'],
  ]) {
    stage.idp.deviate({ claims: { acr } });
    expect((await stage.signIn()).code).toBe(code);
  }
});

test('a key that is struck out is refused at once, by its id, and by its thumbprint under whatever id it comes', async () => {
  expect((await stage.signIn()).code).toBe('allowed');
  stage.settings = oidcSettings({ struckOutKeyIds: ['k-1'] });
  expect((await stage.signIn()).code).toBe('sso.id-token.key-struck-out');
  const shown: JWK[] = [];
  const underANewId: Deviation = {
    header: { kid: 'k-new' },
    keys: (honest) => {
      shown.push(...honest);
      return { keys: honest.map((key) => ({ ...key, kid: 'k-new' })) };
    },
  };
  stage.idp.deviate(underANewId);
  expect((await stage.signIn()).code).toBe('allowed');
  stage.settings = oidcSettings({ struckOutKeyIds: [await calculateJwkThumbprint(shown[0] ?? {})] });
  expect((await stage.signIn()).code).toBe('sso.id-token.key-struck-out');
});

test('a key that the provider rotates in works at once, and one that it takes back stops within five minutes', async () => {
  expect((await stage.signIn()).code).toBe('allowed');
  stage.idp.deviate({ header: { kid: 'k-2' }, keys: ([key]) => ({ keys: [key, { ...key, kid: 'k-2' }] }) });
  expect((await stage.signIn()).code).toBe('allowed');
  stage.idp.deviate({ header: { kid: 'k-1' }, keys: ([key]) => ({ keys: [{ ...key, kid: 'k-2' }] }) });
  expect((await stage.signIn()).code).toBe('allowed');
  stage.clock.advance(300_000);
  expect((await stage.signIn()).code).toBe('sso.id-token.key-unknown');
});

test('another algorithm than the one that is set is refused although the provider offers it', async () => {
  stage.settings = oidcSettings({ idTokenAlgorithm: 'PS256' });
  stage.idp.deviate({ metadata: { id_token_signing_alg_values_supported: ['RS256', 'PS256'] } });
  expect((await stage.signIn()).code).toBe('sso.id-token.algorithm-other');
});

test('the record of a refused token says what came, for whoever repairs the settings, and nothing of whom', async () => {
  stage.idp.deviate({ claims: { aud: 'another', email: 'ada@acme.test' } });
  await stage.signIn();
  const { facts } = stage.records.at(-1) ?? {};
  expect(facts).toMatchObject({
    alg: 'RS256',
    kid: 'k-1',
    iss: issuer,
    aud: 'another',
    azp: clientId,
    expiresInSeconds: expect.any(Number),
  });
  expect(JSON.stringify(stage.records)).not.toMatch(/f:1:ada|ada@|eyJ|an-access-token/);
});

test('what the provider says is cut and cleaned before it is on record', async () => {
  stage.idp.deviate({ claims: { iss: `https://${'x'.repeat(500)}\n\u202e` } });
  await stage.signIn();
  const iss = String(stage.records.at(-1)?.facts.iss);
  expect([iss.length, /^[\x20-\x7e]+$/.test(iss)]).toEqual([120, true]);
});

test('a provider that is away when the keys are due is told apart from one with a wrong key', async () => {
  stage.idp.deviate({
    answer: (endpoint) => {
      if (endpoint === 'keys') throw new OutboundFailure('no-answer');
      return undefined;
    },
  });
  expect((await stage.signIn()).code).toBe('sso.keys.unreachable');
});

/** The identity provider settings on AdminHub: what is saved, what is kept, what is refused, and that no record says what they are (A-07, B-09, S18). */
import { afterEach, expect, test } from 'vitest';
import { idpSettingsSchema } from '../system/kernel/idp-settings.ts';
import { before, closeHub, openHub, save, withSecret } from './admin-hub-stage.ts';
import { idpKey } from './saml-kit.ts';

afterEach(closeHub);

test('saves a new secret, leads back, says what to do next, and records that it changed and not what it is', async () => {
  const hub = await openHub();
  const reply = await save(hub, { clientSecret: 'new-secret-5521' });
  expect([reply.status, reply.location]).toEqual([303, '/idp-settings?saved=yes']);
  expect([hub.draft(), hub.settings()]).toEqual([{ ...before, ...withSecret('new-secret-5521') }, before]);
  expect(hub.records.at(-1)).toMatchObject({
    event: 'admin-hub.idp-settings.changed',
    code: 'allowed',
    actor: 'harbour-one',
    facts: { changed: 'clientSecret', channel: 'break-glass' },
  });
  const page = await hub.call('/idp-settings?saved=yes', await hub.holder());
  expect(page.body).toContain('Saved as a draft.');
  expect(page.body + JSON.stringify(hub.records)).not.toMatch(/secret-(5521|8812)/);
});

test('an empty secret keeps the old one', async () => {
  const hub = await openHub();
  await save(hub, { clientId: 'isolated-cloud-renamed' });
  expect(hub.draft()).toEqual({ ...before, clientId: 'isolated-cloud-renamed' });
});

test('a secret stays with the issuer that it was given for: with another one it must be given anew', async () => {
  const hub = await openHub();
  const elsewhere = { issuer: 'https://idp.acme.test/realms/stranger', clientId: before.clientId };
  const refused = await save(hub, elsewhere);
  expect([refused.status, hub.code()]).toEqual([403, 'admin-hub.idp-settings.client-secret-missing']);
  expect(refused.body).toContain('With another issuer the client secret must be given anew.');
  expect(hub.settings()).toEqual(before);
  expect((await save(hub, { ...elsewhere, clientSecret: 'new-secret-4471' })).status).toBe(303);
  expect(hub.draft()).toEqual({ ...before, ...elsewhere, ...withSecret('new-secret-4471') });
});

test('settings that are gone are said to be gone, and need a secret to be made again', async () => {
  const hub = await openHub('nothing');
  expect((await hub.call('/', await hub.holder())).body).toContain('nobody can use single sign-on');
  await save(hub, {});
  expect(hub.code()).toBe('admin-hub.idp-settings.client-secret-missing');
  await save(hub, { clientSecret: 'made-again' });
  expect(hub.draft()).toEqual({ ...before, ...withSecret('made-again') });
});

test.each([
  ['https://idp.evil.test/realms/w0', 'host-not-allowed'],
  ['https://idp.acme.test.evil.test/', 'host-not-allowed'],
  ['https://idp.acme.test@evil.test/', 'host-not-allowed'],
  ['https://idp.acme.test:8443/', 'host-not-allowed'],
  ['https://127.0.0.1/', 'host-not-allowed'],
  ['http://idp.acme.test/realms/w0', 'not-https'],
  ['https://idp.acme.test/realms/%2e%2e/w0', 'malformed'],
  ['https://idp.acme.test\\@evil.test/', 'malformed'],
  ['https://idp.acme.test/?x=1', 'with-query'],
  ['not an address', 'malformed'],
])('refuses the issuer %s as %s, and changes nothing', async (issuer, reason) => {
  const hub = await openHub();
  const reply = await save(hub, { issuer });
  expect(hub.code()).toBe(`admin-hub.idp-settings.${reason}`);
  expect(reply.status).toBe(403);
  expect(hub.settings()).toEqual(before);
});

const keys = 'https://idp.acme.test/realms/w0/keys';
const fixed = {
  'endpoint-authorization': 'https://idp.acme.test/realms/w0/auth',
  'endpoint-token': 'https://idp.acme.test/realms/w0/token',
  'endpoint-keys': keys,
};
test('saves everything else that can be set, names what changed, and shows it again', async () => {
  const hub = await openHub();
  const change = {
    clientAuthentication: 'private_key_jwt',
    idTokenAlgorithm: 'ES256',
    demandedAcr: ' urn:acme:hwk  pwd ',
    struckOutKeyIds: 'k-1\r\nk-2\r\n',
    ...fixed,
  };
  expect((await save(hub, change)).status).toBe(303);
  expect(hub.draft()).toEqual({
    ...before,
    clientAuthentication: { method: 'private_key_jwt' },
    idTokenAlgorithm: 'ES256',
    demandedAcr: ['urn:acme:hwk', 'pwd'],
    struckOutKeyIds: ['k-1', 'k-2'],
    endpoints: { authorization: fixed['endpoint-authorization'], token: fixed['endpoint-token'], keys },
  });
  expect(String(hub.records.at(-1)?.facts.changed).split(' ').sort()).toEqual(
    ['clientAuthentication', 'clientSecret', 'demandedAcr', 'endpoints', 'idTokenAlgorithm', 'struckOutKeyIds'].sort(),
  );
  const { body } = await hub.call('/idp-settings', await hub.holder());
  for (const text of [
    'value="private_key_jwt" selected',
    'value="ES256" selected',
    'value="urn:acme:hwk pwd"',
    'k-1\nk-2',
    `value="${keys}"`,
  ])
    expect(body).toContain(text);
});

test('what a form does not mention stays, but for what belongs to another issuer', async () => {
  const stored = { ...before, demandedAcr: ['pwd'], struckOutKeyIds: ['k-1'], idTokenAlgorithm: 'PS256' as const };
  const hub = await openHub(stored);
  await save(hub, { clientSecret: 'new-secret-3306' });
  expect(hub.draft()).toEqual({ ...stored, ...withSecret('new-secret-3306') });
  await save(hub, { issuer: 'https://idp.acme.test/realms/stranger', clientSecret: 'new-secret-3307' });
  expect(hub.draft()).toMatchObject({ demandedAcr: ['pwd'], idTokenAlgorithm: 'PS256', struckOutKeyIds: [] });
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['a way to prove who we are that there is not', { clientAuthentication: 'none' }, 'client-authentication-unknown'],
  ['no signature at all', { idTokenAlgorithm: 'none' }, 'algorithm-unknown'],
  ['a signature by the secret', { idTokenAlgorithm: 'HS256' }, 'algorithm-unknown'],
  ['some endpoints', { 'endpoint-token': fixed['endpoint-token'] }, 'endpoints-incomplete'],
  ['a sign-out endpoint alone', { 'endpoint-endSession': fixed['endpoint-token'] }, 'endpoints-incomplete'],
  ['an endpoint elsewhere', { ...fixed, 'endpoint-keys': 'https://evil.test/keys' }, 'endpoint-not-allowed'],
  ['an endpoint over http', { ...fixed, 'endpoint-token': 'http://idp.acme.test/token' }, 'endpoint-not-allowed'],
  ['a sign-out endpoint elsewhere', { ...fixed, 'endpoint-endSession': 'https://evil.test/' }, 'endpoint-not-allowed'],
  ['too many struck-out keys', { struckOutKeyIds: Array.from({ length: 21 }, (_, at) => `k-${at}`).join(' ') }, 'list-unusable'],
  ['an authentication context that is too long', { demandedAcr: 'x'.repeat(201) }, 'list-unusable'],
  ['an authentication context of odd characters', { demandedAcr: 'urn:\u0430cme' }, 'list-unusable'],
])('refuses %s, and changes nothing', async (_name, change, reason) => {
  const hub = await openHub();
  expect((await save(hub, change)).status).toBe(403);
  expect(hub.code()).toBe(`admin-hub.idp-settings.${reason}`);
  expect(hub.settings()).toEqual(before);
});

test('settings of the other protocol are replaced as a whole, and that is on record', async () => {
  const saml = idpSettingsSchema.parse({
    protocol: 'saml',
    entityId: 'https://idp.acme.test/saml',
    ssoUrl: 'https://idp.acme.test/sso',
    certificates: [idpKey.certificatePem],
  });
  const hub = await openHub(saml);
  expect((await save(hub, { clientSecret: 'new-secret-9921' })).status).toBe(303);
  expect(hub.draft()).toEqual({ ...before, ...withSecret('new-secret-9921') });
  expect(hub.records.at(-1)?.facts.changed).toContain('protocol');
});

test('refuses a form of another session', async () => {
  const hub = await openHub();
  const other = await hub.context('harbour-one', 'break-glass', { sid: 's-2' });
  await save(hub, { 'form-token': await hub.formToken(other) });
  expect(hub.code()).toBe('admin-hub.request.form-token-wrong');
  expect(hub.settings()).toEqual(before);
});

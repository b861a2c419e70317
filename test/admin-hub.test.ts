/** AdminHub: who may come in, by which door, and where the identity provider settings may point. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt } from 'jose';
import { afterEach, expect, test } from 'vitest';
import {
  type AccessFacts,
  accessRules,
  createAdminHub,
  type SettingsChangeFacts,
  settingsChangeRules,
} from '../system/isolated/admin-hub/index.ts';
import { contextSigner } from '../system/kernel/context-signer.ts';
import type { IdpSettings, OidcSettings } from '../system/kernel/idp-settings.ts';
import type { AuditEntry } from '../system/kernel/ports.ts';
import { newReference } from '../system/kernel/reference.ts';
import { judge } from '../system/kernel/rule.ts';
import { serviceHandler } from '../system/kernel/service.ts';
import type { Channel } from '../system/kernel/tokens.ts';
import { manualClock, silentLog, systemRandom } from './manual-ports.ts';

const withSecret = (secret: string): Pick<OidcSettings, 'clientAuthentication'> => ({
  clientAuthentication: { method: 'client_secret_basic', secret },
});
const before: OidcSettings = {
  protocol: 'oidc',
  issuer: 'https://idp.acme.test/realms/w0',
  clientId: 'isolated-cloud-acme',
  ...withSecret('old-secret-8812'),
  idTokenAlgorithm: 'RS256',
  demandedAcr: [],
  struckOutKeyIds: [],
};

let close = (): void => {};
afterEach(() => close());

async function openHub(stored: IdpSettings | 'nothing' = before) {
  const clock = manualClock(Date.parse('2026-11-22T10:00:00Z'));
  const random = systemRandom;
  const signers = {
    ingress: await contextSigner('https://login.acme.isolated.test', { clock, random }),
    'break-glass': await contextSigner('https://admin.acme.isolated.test/break-glass', { clock, random }),
  };
  const records: AuditEntry[] = [];
  let settings = stored === 'nothing' ? undefined : stored;
  const hub = createAdminHub(
    { cloud: 'acme', loginOrigin: 'https://login.acme.isolated.test', idpDomainAllowlist: ['idp.acme.test'] },
    {
      clock,
      random,
      log: silentLog,
      audit: { append: async (entry) => void records.push(entry) },
      issuers: [
        { issuer: signers.ingress.issuer, channel: 'ingress', keys: signers.ingress.keys },
        { issuer: signers['break-glass'].issuer, channel: 'break-glass', keys: signers['break-glass'].keys },
      ],
      settings: {
        current: () => settings,
        save: (next) => {
          settings = next;
        },
      },
      isOrgAdmin: (subject) => subject === 'u-ada',
      breakGlassSessionEnd: (handle) =>
        handle === 's-1'
          ? { endsAtMs: clock.now() + 30 * 60_000, idleEndsAtMs: clock.now() + 10 * 60_000, signOutToken: 'out-token' }
          : undefined,
    },
  );
  const server = createServer(serviceHandler(hub));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.close();
    server.closeAllConnections();
  };
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const context = (
    sub: string,
    channel: Channel,
    { audience = 'admin-hub', sid = 's-1', by = channel }: { audience?: string; sid?: string; by?: Channel } = {},
  ) => signers[by].mint(audience, { sub, sid, cloud: 'acme', channel });
  const call = async (path: string, token: string | undefined, form?: Record<string, string>) => {
    const headers: Record<string, string> = {
      'tempered-reference': newReference(random),
      'tempered-peer': '127.16.0.5',
      accept: 'text/html',
      ...(token === undefined ? {} : { 'tempered-context': token }),
    };
    const answer = await fetch(base + path, {
      headers,
      redirect: 'manual',
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    return { status: answer.status, location: answer.headers.get('location'), body: await answer.text() };
  };
  const holder = () => context('harbour-one', 'break-glass');
  /** Of the same session, by another token: each is good once. */
  const formToken = async (token: string) => {
    const { sub = '', sid, channel } = decodeJwt<{ sid: string; channel: Channel }>(token);
    const page = await call('/idp-settings', await context(sub, channel, { sid }));
    return /name="form-token" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
  };
  return { call, context, holder, formToken, records, settings: () => settings, code: () => records.at(-1)?.code };
}
type Hub = Awaited<ReturnType<typeof openHub>>;

async function save(hub: Hub, change: Readonly<Record<string, string>>) {
  const token = await hub.holder();
  return hub.call('/idp-settings', token, {
    issuer: before.issuer,
    clientId: before.clientId,
    clientSecret: '',
    'form-token': await hub.formToken(token),
    ...change,
  });
}

const honestAccess: AccessFacts = { channel: 'ingress', orgAdmin: true };
const honestChange: SettingsChangeFacts = {
  formTokenRight: true,
  issuer: { canonical: true, withoutQuery: true, https: true, listed: true },
  clientIdGiven: true,
  clientAuthenticationKnown: true,
  clientSecretKnown: true,
  algorithmKnown: true,
  endpointsComplete: true,
  endpointsListed: true,
  listsUsable: true,
};
const changeDeviations: [string, Partial<SettingsChangeFacts>][] = [
  ['request.form-token-wrong', { formTokenRight: false }],
  ['idp-settings.malformed', { issuer: { ...honestChange.issuer, canonical: false } }],
  ['idp-settings.with-query', { issuer: { ...honestChange.issuer, withoutQuery: false } }],
  ['idp-settings.not-https', { issuer: { ...honestChange.issuer, https: false } }],
  ['idp-settings.host-not-allowed', { issuer: { ...honestChange.issuer, listed: false } }],
  ['idp-settings.client-id-missing', { clientIdGiven: false }],
  ['idp-settings.client-authentication-unknown', { clientAuthenticationKnown: false }],
  ['idp-settings.client-secret-missing', { clientSecretKnown: false }],
  ['idp-settings.algorithm-unknown', { algorithmKnown: false }],
  ['idp-settings.endpoints-incomplete', { endpointsComplete: false }],
  ['idp-settings.endpoint-not-allowed', { endpointsListed: false }],
  ['idp-settings.list-unusable', { listsUsable: false }],
];

test('the tables allow what is honest, and refuse each deviation with its own code', () => {
  expect(judge(accessRules, honestAccess)).toEqual({ allowed: true });
  expect(judge(accessRules, { channel: 'ingress', orgAdmin: false })).toMatchObject({ code: 'admin-hub.access.not-org-admin' });
  expect(judge(settingsChangeRules, honestChange)).toEqual({ allowed: true });
  for (const [code, change] of changeDeviations)
    expect(judge(settingsChangeRules, { ...honestChange, ...change })).toMatchObject({ code: `admin-hub.${code}` });
  expect(changeDeviations.map(([code]) => `admin-hub.${code}`)).toEqual(settingsChangeRules.map(({ code }) => code));
});

test('a break-glass holder sees who they are, when it ends, and how to end it', async () => {
  const hub = await openHub();
  const { status, body } = await hub.call('/', await hub.holder());
  expect(status).toBe(200);
  for (const shown of [
    'harbour-one',
    'break-glass',
    '10:30:00 UTC',
    '10:10:00 UTC',
    'action="/break-glass/sign-out"',
    'value="out-token"',
    'href="/idp-settings"',
  ])
    expect(body).toContain(shown);
  expect(hub.records.at(-1)).toMatchObject({
    event: 'admin-hub.overview.shown',
    code: 'allowed',
    actor: 'harbour-one',
    facts: { channel: 'break-glass' },
  });
});

test('an org admin comes in by single sign-on; anybody else does not, whatever a break-glass account is called', async () => {
  const hub = await openHub();
  expect((await hub.call('/', await hub.context('u-ada', 'ingress'))).status).toBe(200);
  const refused = await hub.call('/idp-settings', await hub.context('harbour-one', 'ingress'));
  expect(hub.code()).toBe('admin-hub.access.not-org-admin');
  expect(hub.records.at(-1)?.actor).toBe('harbour-one');
  expect(refused.body).not.toContain('idp.acme.test');
});

test('nothing but a fresh context for AdminHub from the right issuer opens it', async () => {
  const hub = await openHub();
  await hub.call('/', undefined);
  expect(hub.code()).toBe('admin-hub.uct.missing');
  await hub.call('/', await hub.context('u-ada', 'ingress', { audience: 'tracker' }));
  expect(hub.code()).toBe('admin-hub.uct.audience-other');
  await hub.call('/', await hub.context('u-ada', 'break-glass', { by: 'ingress' }));
  expect(hub.code()).toBe('admin-hub.uct.channel-other');
});

test('saves a new secret, leads back, says what to do next, and records that it changed and not what it is', async () => {
  const hub = await openHub();
  const reply = await save(hub, { clientSecret: 'new-secret-5521' });
  expect([reply.status, reply.location]).toEqual([303, '/idp-settings?saved=yes']);
  expect(hub.settings()).toEqual({ ...before, ...withSecret('new-secret-5521') });
  expect(hub.records.at(-1)).toMatchObject({
    event: 'admin-hub.idp-settings.changed',
    code: 'allowed',
    actor: 'harbour-one',
    facts: { changed: 'clientSecret', channel: 'break-glass' },
  });
  const page = await hub.call('/idp-settings?saved=yes', await hub.holder());
  expect(page.body).toContain('Saved.');
  expect(page.body + JSON.stringify(hub.records)).not.toMatch(/secret-(5521|8812)/);
});

test('an empty secret keeps the old one', async () => {
  const hub = await openHub();
  await save(hub, { clientId: 'isolated-cloud-renamed' });
  expect(hub.settings()).toEqual({ ...before, clientId: 'isolated-cloud-renamed' });
});

test('a secret stays with the issuer that it was given for: with another one it must be given anew', async () => {
  const hub = await openHub();
  const elsewhere = { issuer: 'https://idp.acme.test/realms/stranger', clientId: before.clientId };
  expect([(await save(hub, elsewhere)).status, hub.code()]).toEqual([403, 'admin-hub.idp-settings.client-secret-missing']);
  expect(hub.settings()).toEqual(before);
  expect((await save(hub, { ...elsewhere, clientSecret: 'new-secret-4471' })).status).toBe(303);
  expect(hub.settings()).toEqual({ ...before, ...elsewhere, ...withSecret('new-secret-4471') });
});

test('settings that are gone are said to be gone, and need a secret to be made again', async () => {
  const hub = await openHub('nothing');
  expect((await hub.call('/', await hub.holder())).body).toContain('nobody can use single sign-on');
  await save(hub, {});
  expect(hub.code()).toBe('admin-hub.idp-settings.client-secret-missing');
  await save(hub, { clientSecret: 'made-again' });
  expect(hub.settings()).toEqual({ ...before, ...withSecret('made-again') });
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
  expect(hub.settings()).toEqual({
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
  expect(hub.settings()).toEqual({ ...stored, ...withSecret('new-secret-3306') });
  await save(hub, { issuer: 'https://idp.acme.test/realms/stranger', clientSecret: 'new-secret-3307' });
  expect(hub.settings()).toMatchObject({ demandedAcr: ['pwd'], idTokenAlgorithm: 'PS256', struckOutKeyIds: [] });
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
  const saml = { protocol: 'saml', entityId: 'https://idp.acme.test/saml' } as unknown as IdpSettings;
  const hub = await openHub(saml);
  expect((await save(hub, { clientSecret: 'new-secret-9921' })).status).toBe(303);
  expect(hub.settings()).toEqual({ ...before, ...withSecret('new-secret-9921') });
  expect(hub.records.at(-1)?.facts.changed).toContain('protocol');
});

test('refuses a form of another session', async () => {
  const hub = await openHub();
  const other = await hub.context('harbour-one', 'break-glass', { sid: 's-2' });
  await save(hub, { 'form-token': await hub.formToken(other) });
  expect(hub.code()).toBe('admin-hub.request.form-token-wrong');
  expect(hub.settings()).toEqual(before);
});

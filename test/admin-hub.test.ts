/** AdminHub: who may come in, by which door, and where the identity provider settings may point. */
import { afterEach, expect, test } from 'vitest';
import { framed } from '../system/isolated/admin-hub/frame.ts';
import {
  type AccessFacts,
  accessRules,
  formRules,
  type SettingsChangeFacts,
  settingsChangeRules,
} from '../system/isolated/admin-hub/index.ts';
import { html } from '../system/kernel/html.ts';
import { judge } from '../system/kernel/rule.ts';
import { closeHub, openHub } from './admin-hub-stage.ts';

afterEach(closeHub);

const honestAccess: AccessFacts = { channel: 'ingress', orgAdmin: true };
const honestChange: SettingsChangeFacts = {
  issuer: { canonical: true, withoutQuery: true, https: true, listed: true },
  clientIdGiven: true,
  clientAuthenticationKnown: true,
  clientSecretKnown: true,
  algorithmKnown: true,
  endpointsComplete: true,
  endpointsListed: true,
  listsUsable: true,
  entityIdGiven: true,
  certificatesUsable: true,
};
const changeDeviations: [string, Partial<SettingsChangeFacts>][] = [
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
  ['idp-settings.entity-id-missing', { entityIdGiven: false }],
  ['idp-settings.certificates-unusable', { certificatesUsable: false }],
];

test('the tables allow what is honest, and refuse each deviation with its own code', () => {
  expect(judge(accessRules, honestAccess)).toEqual({ allowed: true });
  expect(judge(accessRules, { channel: 'ingress', orgAdmin: false })).toMatchObject({ code: 'admin-hub.access.not-org-admin' });
  expect(judge(settingsChangeRules, honestChange)).toEqual({ allowed: true });
  for (const [code, change] of changeDeviations)
    expect(judge(settingsChangeRules, { ...honestChange, ...change })).toMatchObject({ code: `admin-hub.${code}` });
  expect(changeDeviations.map(([code]) => `admin-hub.${code}`)).toEqual(settingsChangeRules.map(({ code }) => code));
});

test('the form token has a table of its own, and of a foreign form nothing else is told', async () => {
  expect(judge(formRules, { formTokenRight: true })).toEqual({ allowed: true });
  const hub = await openHub();
  await hub.call('/idp-settings', await hub.holder(), { 'form-token': 'made-up', issuer: 'http://evil.test/?x' });
  expect(hub.records.at(-1)).toMatchObject({
    code: 'admin-hub.request.form-token-wrong',
    facts: { problems: 'admin-hub.request.form-token-wrong' },
  });
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

test('who came by single sign-on finds the way out on every page; a break-glass session is ended on the overview', async () => {
  const hub = await openHub();
  const out = '<a href="https://login.acme.isolated.test/sign-out">Sign out</a>';
  for (const path of ['/', '/audit']) {
    expect((await hub.call(path, await hub.context('u-ada', 'ingress'))).body).toContain(out);
    expect((await hub.call(path, await hub.holder())).body).not.toContain(out);
  }
});

test.each(['/', '/trust', '/connectors'])('the menu marks where %s is', async (path) => {
  const hub = await openHub();
  const { body } = await hub.call(path, await hub.holder());
  const marked = [...body.matchAll(/href="([^"]*)" aria-current="page"/g)].map(([, to]) => to);
  expect(marked).toEqual([path === '/connectors' ? '/automation' : path]);
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

test('a break-glass session is told when it ends: what nothing moves, and what use puts off', async () => {
  const hub = await openHub();
  expect((await hub.call('/', await hub.holder())).body).toContain(
    'ends by itself at <strong>10:30:00 UTC</strong>: nothing moves that. If you do nothing, it ends at 10:10:00 UTC already; whatever you open or send puts that off, and not beyond its end.',
  );
  const atMs = Date.parse('2026-11-22T10:30:00Z');
  const session = { endsAtMs: atMs, idleEndsAtMs: atMs, signOutToken: '' };
  const visitor = { subject: 'harbour-one', door: 'break-glass', session } as const;
  const { body } = framed({ cloud: 'acme', visitor, formToken: '' }, { title: 'Overview', area: '/' }, html``);
  expect(body.html).toContain('10:30:00 UTC</strong>: nothing moves that.</p>');
});

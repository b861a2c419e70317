/** AdminHub's diagnosis: every refusal of single sign-on is explained, what came is compared with what is set, and a reference finds its record (C-03). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { knownDiagnoses } from '../system/isolated/admin-hub/index.ts';
import { releasedIsolatedPolicy } from '../system/isolated/policy.ts';
import type { AuditEntry } from '../system/kernel/ports.ts';
import { Refusal } from '../system/kernel/refusal.ts';
import { before, closeHub, openHub } from './admin-hub-stage.ts';

afterEach(closeHub);

const codesIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.map(({ code }) => code);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(codesIn) : [];
};
/** Those of tables, and those that are thrown without one. */
const thrown = readdirSync(fileURLToPath(new URL('../system/isolated/sso', import.meta.url)), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(fileURLToPath(new URL('../system/isolated/sso', import.meta.url)), path), 'utf8'))
  .flatMap((text) => [...text.matchAll(/Refusal\('(sso\.[a-z.-]+)'/g)].map(([, code = '']) => code));
const serviceItself = ['no-such-action', 'unreadable', 'unexpected'].map((reason) => `sso.request.${reason}`);
const ofDirectory = codesIn(releasedIsolatedPolicy.directory.signIn);
const ssoCodes = [...new Set([...codesIn(releasedIsolatedPolicy.sso), ...thrown, ...serviceItself, ...ofDirectory])];

test('every refusal code of single sign-on, and of the directory at a sign-in, has a diagnosis, and no diagnosis is of a code that is not there', () => {
  expect(ssoCodes.length).toBeGreaterThan(150);
  expect(ofDirectory.length).toBeGreaterThan(1);
  expect(Object.keys(knownDiagnoses).toSorted()).toEqual(ssoCodes.toSorted());
});

test('what an entry says is said in sentences', () => {
  for (const { means, change } of Object.values(knownDiagnoses))
    for (const text of [means, change]) expect(text).toMatch(/^[A-Z].{10,}\.$/);
});

const failure = (code: AuditEntry['code'], facts: AuditEntry['facts'] = {}, reference = 'k7m2p-22222-33333-44444'): AuditEntry => ({
  reference,
  event: 'sso.sign-in.completed',
  code,
  actor: 'anonymous',
  peer: '127.16.0.9',
  facts,
});

test('shows what is set beside what came, and leads to the setting', async () => {
  const hub = await openHub();
  hub.records.push(failure('sso.id-token.audience-other', { aud: 'somebody-else', alg: 'RS256' }));
  const { body, status } = await hub.call('/diagnosis', await hub.holder());
  expect(status).toBe(200);
  for (const text of [
    'The ID token is for another client.',
    'isolated-cloud-acme',
    'somebody-else',
    'href="/idp-settings#clientId"',
    'k7m2p-22222-33333-44444',
  ])
    expect(body).toContain(text);
  expect(hub.records.at(-1)).toMatchObject({ event: 'admin-hub.diagnosis.shown', code: 'allowed', actor: 'harbour-one' });
});

test('what came is shown as text, whatever it is', async () => {
  const hub = await openHub();
  hub.records.push(failure('sso.id-token.issuer-other', { iss: '<script>alert(1)</script>' }));
  const { body } = await hub.call('/diagnosis', await hub.holder());
  expect(body).not.toContain('<script>alert');
  expect(body).toContain('&lt;script&gt;');
});

test('a reference finds its record, also of something else than single sign-on, and a wrong one nothing', async () => {
  const hub = await openHub();
  const other = 'zzzzz-22222-33333-44444';
  hub.records.push(failure('sso.idp.no-answer', { discovered: 'no-answer' }), failure('session.hand-over.too-late', {}, other));
  const found = await hub.call(`/diagnosis?reference=${other.toUpperCase()}%20`, await hub.holder());
  expect(found.body).toContain('session.hand-over.too-late');
  expect(found.body).not.toContain('sso.idp.no-answer');
  for (const reference of ['zzzzz-22222-33333-55555', '../../etc/passwd'])
    expect((await hub.call(`/diagnosis?reference=${encodeURIComponent(reference)}`, await hub.holder())).body).toContain('was found here');
});

test('the failures come by the page, and nothing that was allowed is among them', async () => {
  const hub = await openHub();
  for (let at = 0; at < 25; at += 1) hub.records.push(failure('sso.keys.empty'), failure('allowed'));
  const first = JSON.parse((await hub.call('/diagnosis', await hub.holder(), undefined, 'application/json')).body);
  expect(first.failures).toHaveLength(20);
  const next = JSON.parse((await hub.call(`/diagnosis?before=${first.older}`, await hub.holder(), undefined, 'application/json')).body);
  expect(next.failures).toHaveLength(5);
  expect([...first.failures, ...next.failures].every(({ code }: { code: string }) => code === 'sso.keys.empty')).toBe(true);
});

test('a script is told the same as a page, and refused with the same codes', async () => {
  const hub = await openHub();
  hub.records.push(failure('sso.code-exchange.client-rejected', { error: 'invalid_client', status: 401 }));
  const { body } = await hub.call('/diagnosis', await hub.holder(), undefined, 'application/json');
  expect(JSON.parse(body).failures[0]).toMatchObject({
    code: 'sso.code-exchange.client-rejected',
    diagnosis: { link: '/idp-settings#clientSecret', compared: { expected: 'none', received: 'invalid_client' } },
  });
  const refused = await hub.call('/diagnosis', await hub.context('u-uma', 'ingress'), undefined, 'application/json');
  expect([refused.status, JSON.parse(refused.body), hub.code()]).toEqual([
    403,
    { error: 'not available' },
    'admin-hub.access.not-org-admin',
  ]);
});

test('every setting that a diagnosis leads to is a field of the form', async () => {
  const hub = await openHub();
  const { body } = await hub.call('/idp-settings', await hub.holder());
  const fields = Object.values(knownDiagnoses).flatMap(({ repair }) => (repair.at === 'our-settings' ? [repair.field] : []));
  for (const field of new Set(fields)) expect(body).toContain(`id="${field}"`);
});

const olgasDomain = 'other-house.test';
/** Refused by the directory itself, as at a sign-in, and put on record as the service does it. */
function refusedByDirectory(hub: Awaited<ReturnType<typeof openHub>>, idpSubject: string, email?: string): AuditEntry {
  try {
    hub.directory.subjectOf({ issuer: 'https://idp.acme.test', idpSubject }, { email });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const entry = failure(error.code as AuditEntry['code'], error.facts);
    hub.records.push(entry);
    return entry;
  }
  throw new Error('nobody was refused');
}

test('somebody whom the directory does not let in is among the failures, and the diagnosis leads to the person', async () => {
  const hub = await openHub();
  const sven = { issuer: 'https://idp.acme.test', idpSubject: 'sven' };
  const subject = hub.directory.subjectOf(sven);
  hub.directory.know(sven, 'suspended');
  refusedByDirectory(hub, 'sven', `sven@${olgasDomain}`);
  const { body } = await hub.call('/diagnosis', await hub.holder());
  for (const text of ['The person is suspended here', `href="/people?subject=${subject}"`, 'See this person']) expect(body).toContain(text);
  expect(body).not.toContain('This is not about signing in');
  expect((await hub.call(`/people?subject=${subject}`, await hub.holder())).body).toContain('suspended');
});

test('a domain that is not verified leads to the domains; it is named only when the organisation claimed it, and the address never', async () => {
  const hub = await openHub();
  const shown = async () => {
    const { body } = await hub.call('/diagnosis', await hub.holder());
    expect(body).toContain('href="/domains"');
    return body;
  };
  const { facts } = refusedByDirectory(hub, 'olga', `olga.private@${olgasDomain}`);
  expect(facts).toEqual({ emailDomain: 'none that is claimed here' });
  expect(await shown()).toContain('none that is claimed here');
  hub.directory.domains.claim(olgasDomain).effect();
  expect(refusedByDirectory(hub, 'olga', `olga.private@${olgasDomain}`).facts).toEqual({
    emailDomain: `${olgasDomain}, which is claimed, and not proved`,
  });
  const body = await shown();
  expect(body).toContain(olgasDomain);
  expect(body).not.toContain('olga.private');
});

test('a failed test sign-in is shown as one, and compared with the draft and not with what is in force', async () => {
  const hub = await openHub();
  hub.life.saveDraft({ ...before, clientId: 'of-the-draft' }, 'ada');
  hub.records.push(failure('sso.id-token.audience-other', { aud: 'somebody-else', settingsTest: true }));
  const page = await hub.call('/diagnosis', await hub.holder());
  expect(page.body).toContain('A test sign-in with the draft of the settings.');
  const failures = async () => JSON.parse((await hub.call('/diagnosis', await hub.holder(), undefined, 'application/json')).body).failures;
  expect((await failures())[0]).toMatchObject({ test: true, diagnosis: { compared: { expected: 'of-the-draft' } } });
  hub.life.discardDraft();
  expect((await failures())[0].diagnosis.compared.expected).toBe('there is no draft any more');
  hub.records.push(failure('sso.id-token.audience-other', { aud: 'somebody-else' }));
  expect((await failures())[0]).toMatchObject({ test: false, diagnosis: { compared: { expected: before.clientId } } });
  expect((await hub.call('/diagnosis', await hub.holder())).body.match(/A test sign-in with/g)).toHaveLength(1);
});

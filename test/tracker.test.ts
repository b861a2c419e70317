/** The tracker by itself: nothing without a token of its own, no change without the form's token, and titles are text (I-09, I-10, S4). */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTracker, releasedTrackerPolicy, seedTracker } from '../system/isolated/products/tracker/index.ts';
import { type ContextSigner, contextSigner } from '../system/kernel/context-signer.ts';
import type { AuditEntry } from '../system/kernel/ports.ts';
import { newReference } from '../system/kernel/reference.ts';
import { serviceHandler } from '../system/kernel/service.ts';
import { type SqliteStore, sqliteStore } from '../system/kernel/store.ts';
import { formTokenOn } from './form-token-on.ts';
import { type ManualClock, manualClock, silentLog, systemRandom } from './manual-ports.ts';
import { withoutOurScript } from './without-our-script.ts';

const random = systemRandom;
const claims = { sub: 'u-1', sid: 's-1', cloud: 'acme', channel: 'ingress' } as const;
let clock: ManualClock;
let store: SqliteStore;
let signer: ContextSigner;
let records: AuditEntry[];
let base: string;
const ends: (() => void)[] = [];
beforeEach(async () => {
  clock = manualClock(1_700_000_000_000);
  store = sqliteStore(':memory:');
  records = [];
  seedTracker(store, { clock, random });
  signer = await contextSigner('https://login.acme.isolated.test', { clock, random });
  const audit = { append: async (entry: AuditEntry) => void records.push(entry) };
  const issuers = [{ issuer: signer.issuer, channel: 'ingress', keys: signer.keys }] as const;
  const tracker = createTracker({
    cloud: 'acme',
    loginOrigin: 'https://login.acme.isolated.test',
    store,
    clock,
    random,
    audit,
    log: silentLog,
    issuers,
    policy: releasedTrackerPolicy,
  });
  const server = createServer(serviceHandler(tracker));
  ends.push(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const ask = async (path: string, token: string | undefined, form?: Readonly<Record<string, string>>) => {
  const context = token === undefined ? {} : { 'tempered-context': token };
  const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
  const headers = { 'tempered-reference': newReference(random), accept: 'text/html', ...context };
  const answer = await fetch(base + path, { ...body, headers, redirect: 'manual' });
  return { status: answer.status, body: await answer.text(), code: records.at(-1)?.code };
};
const mint = (change: object = {}): Promise<string> => signer.mint('tracker', { ...claims, ...change });
const count = (): number => store.list('tracker.issue').length;

test('shows its issues to whoever a valid token names, and records who', async () => {
  const page = await ask('/', await mint());
  expect([page.status, page.code, records[0]?.actor]).toEqual([200, 'allowed', 'u-1']);
  expect(page.body).toContain('Rehearse the day the identity provider fails');
  expect(page.body).toContain('<a href="https://login.acme.isolated.test/sign-out">Sign out</a>');
});

test.each(['/', '/api/issues'])('%s shows nothing without a token, or with one of break-glass', async (path) => {
  const strangers = await contextSigner('https://admin.acme.isolated.test/break-glass', { clock, random });
  const tokens = [undefined, '', 'nonsense', await mint({ channel: 'break-glass' }), await strangers.mint('tracker', claims)];
  for (const token of tokens) {
    const answer = await ask(path, token);
    expect([answer.status, answer.code?.startsWith('tracker.uct.')]).toEqual([403, true]);
    expect(answer.body).not.toContain('Rehearse');
  }
});

test('a new issue needs the token of its own session’s form', async () => {
  const own = formTokenOn((await ask('/', await mint())).body);
  const ofAnother = formTokenOn((await ask('/', await mint({ sid: 's-2' }))).body);
  expect(own).not.toBe(ofAnother);
  const before = count();
  for (const wrong of ['', ofAnother, own.slice(0, -1), `${own} `, own.toUpperCase()]) {
    const answer = await ask('/issues', await mint(), { title: 'x', 'form-token': wrong });
    expect([answer.status, answer.code]).toEqual([403, 'tracker.issue.form-token-wrong']);
  }
  expect(count()).toBe(before);
  expect((await ask('/issues', await mint(), { title: 'An honest issue', 'form-token': own })).status).toBe(303);
  expect(count()).toBe(before + 1);
});

test.each([
  ['no title', ''],
  ['only blanks', '   '],
  ['201 characters', 'x'.repeat(201)],
])('a title of %s opens no issue', async (_name, title) => {
  const token = formTokenOn((await ask('/', await mint())).body);
  const before = count();
  expect((await ask('/issues', await mint(), { title, 'form-token': token })).code).toBe('tracker.issue.title-missing');
  expect(count()).toBe(before);
});

test('a title is text on the page, and is in no record', async () => {
  const token = formTokenOn((await ask('/', await mint())).body);
  const title = '</td><script>alert(1)</script>';
  await ask('/issues', await mint(), { title, 'form-token': token });
  const page = await ask('/', await mint());
  expect(page.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(withoutOurScript(page.body)).not.toContain('<script');
  expect(JSON.stringify(records)).not.toContain('alert');
});

const list = async (who: string): Promise<readonly { id: string; number?: number; title: string }[]> =>
  JSON.parse((await ask('/api/issues', await mint({ sub: who, sid: `s-${who}` }))).body);
const openAs = async (who: string, readers: string): Promise<string> => {
  const identity = { sub: who, sid: `s-${who}` };
  const token = formTokenOn((await ask('/', await mint(identity))).body);
  await ask('/issues', await mint(identity), { title: `For ${readers}`, readers, 'form-token': token });
  return String(records.at(-1)?.facts.issue);
};

test('a private issue is in no list but its owner’s, has no number, and leaves no gap among those that have one', async () => {
  const hidden = await openAs('u-1', 'private');
  await openAs('u-2', 'all');
  expect((await list('u-2')).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  expect((await list('u-1')).filter(({ id }) => id === hidden)).toEqual([{ id: hidden, title: 'For private' }]);
  expect((await ask('/', await mint({ sub: 'u-2' }))).body).not.toContain('For private');
});

test('an issue that is not for somebody looks like one that is not there', async () => {
  const hidden = await openAs('u-1', 'private');
  const seen = [];
  for (const id of [hidden, 'x'.repeat(43), '1', '4']) seen.push(await ask(`/issues/${id}`, await mint({ sub: 'u-2' })));
  expect(seen.map(({ code }) => code)).toEqual(['tracker.issue.not-visible', ...Array(3).fill('tracker.issue.unknown')]);
  expect(new Set(seen.map(({ status, body }) => `${status} ${body.replace(/<footer>.*/s, '')}`)).size).toBe(1);
  expect((await ask(`/issues/${hidden}`, await mint())).status).toBe(200);
});

test('readers that nobody is open no issue', async () => {
  const token = formTokenOn((await ask('/', await mint())).body);
  const answer = await ask('/issues', await mint(), { title: 'x', readers: 'public', 'form-token': token });
  expect([answer.status, answer.code]).toEqual([403, 'tracker.issue.readers-unknown']);
});

test('an issue is closed by whoever opened it, with the token of their own form', async () => {
  const id = await openAs('u-1', 'all');
  const token = formTokenOn((await ask('/', await mint({ sub: 'u-2', sid: 's-u-2' }))).body);
  const close = async (who: string, formToken: string) =>
    (await ask(`/issues/${id}/close`, await mint({ sub: who, sid: `s-${who}` }), { 'form-token': formToken })).code;
  expect(await close('u-2', token)).toBe('tracker.issue.not-yours');
  expect(await close('u-1', token)).toBe('tracker.issue.form-token-wrong');
  const own = formTokenOn((await ask('/', await mint({ sid: 's-u-1' }))).body);
  expect(await close('u-1', own)).toBe('allowed');
  expect((await ask(`/issues/${id}`, await mint())).body).toContain('closed');
});

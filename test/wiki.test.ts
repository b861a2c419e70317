/** The wiki by itself: lists show nobody more than they may read, groups are asked for with every request, and what people write is text (I-09, I-10, S4). */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWiki, releasedWikiPolicy, seedWiki } from '../system/isolated/products/wiki/index.ts';
import { type ContextSigner, contextSigner } from '../system/kernel/context-signer.ts';
import type { AuditEntry } from '../system/kernel/ports.ts';
import { newReference } from '../system/kernel/reference.ts';
import { serviceHandler } from '../system/kernel/service.ts';
import { type SqliteStore, sqliteStore } from '../system/kernel/store.ts';
import { formTokenOn } from './form-token-on.ts';
import { type ManualClock, manualClock, silentLog, systemRandom } from './manual-ports.ts';
import { withoutOurScript } from './without-our-script.ts';

const random = systemRandom;
const guild = { id: 'g-1', name: 'Guild' };
let clock: ManualClock;
let store: SqliteStore;
let signer: ContextSigner;
let records: AuditEntry[];
let inGuild: Set<string>;
let base: string;
const ends: (() => void)[] = [];
beforeEach(async () => {
  clock = manualClock(1_700_000_000_000);
  store = sqliteStore(':memory:');
  records = [];
  inGuild = new Set(['u-1', 'u-2']);
  seedWiki(store, { clock, random });
  signer = await contextSigner('https://login.acme.isolated.test', { clock, random });
  const audit = { append: async (entry: AuditEntry) => void records.push(entry) };
  const issuers = [{ issuer: signer.issuer, channel: 'ingress', keys: signer.keys }] as const;
  const memberships = { groupsOf: (subject: string) => (inGuild.has(subject) ? [guild] : []) };
  const common = { cloud: 'acme', loginOrigin: 'https://login.acme.isolated.test', store, clock, random, audit, log: silentLog };
  const server = createServer(serviceHandler(createWiki({ ...common, issuers, memberships, policy: releasedWikiPolicy })));
  ends.push(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const ask = async (who: string, path: string, form?: Readonly<Record<string, string>>) => {
  const context = await signer.mint('wiki', { sub: who, sid: `s-${who}`, cloud: 'acme', channel: 'ingress' });
  const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
  const headers = { 'tempered-reference': newReference(random), accept: 'text/html', 'tempered-context': context };
  const answer = await fetch(base + path, { ...body, headers, redirect: 'manual' });
  return { status: answer.status, body: await answer.text(), to: answer.headers.get('location') ?? '', code: records.at(-1)?.code };
};
const tokenOf = async (who: string): Promise<string> => formTokenOn((await ask(who, '/')).body);
const send = async (who: string, path: string, form: Readonly<Record<string, string>>) =>
  ask(who, path, { 'form-token': await tokenOf(who), ...form });
const write = async (who: string, readers: string): Promise<string> =>
  (await send(who, '/pages', { title: `Page for ${readers}`, text: 'said here', readers })).to;
const titlesFor = async (who: string): Promise<readonly string[]> =>
  (JSON.parse((await ask(who, '/api/pages')).body) as { title: string }[]).map(({ title }) => title);

test('lists, as a page and for a script, show what is for the reader and nothing else', async () => {
  for (const readers of ['private', guild.id, 'all']) await write('u-1', readers);
  const everybody = ['Page for all', 'Start here', 'When the identity provider is away'];
  expect(await titlesFor('u-1')).toEqual(['Page for all', 'Page for g-1', 'Page for private', ...everybody.slice(1)]);
  expect(await titlesFor('u-2')).toEqual(['Page for all', 'Page for g-1', ...everybody.slice(1)]);
  expect(await titlesFor('u-3')).toEqual(everybody);
  const page = (await ask('u-3', '/')).body;
  for (const title of everybody) expect(page).toContain(title);
  for (const hidden of ['Page for g-1', 'Page for private', 'Notes of the installation', 'Guild']) expect(page).not.toContain(hidden);
});

test('whoever leaves the group has lost its pages with the next request, and its owner has not', async () => {
  const path = await write('u-1', guild.id);
  expect((await ask('u-2', path)).status).toBe(200);
  inGuild.clear();
  expect((await ask('u-2', path)).code).toBe('wiki.page.not-visible');
  expect((await ask('u-1', path)).status).toBe(200);
});

test('a page that is not for the reader is refused to all that can be done with it, as one that is not there', async () => {
  const [hidden, absent] = [await write('u-1', 'private'), `/pages/${'x'.repeat(43)}`];
  const form = { title: 't', text: '', readers: 'all', comment: 'c' };
  for (const [path, code] of [
    [hidden, 'wiki.page.not-visible'],
    [absent, 'wiki.page.unknown'],
  ] as const) {
    const answers = [await ask('u-2', path), await send('u-2', path, form), await send('u-2', `${path}/comments`, form)];
    expect(answers.map((answer) => [answer.status, answer.code])).toEqual(Array(3).fill([404, code]));
  }
  const withoutReference = ({ body }: { body: string }): string => body.replace(/<footer>.*<\/footer>/s, '');
  expect(withoutReference(await ask('u-2', hidden))).toBe(withoutReference(await ask('u-2', absent)));
  expect((await ask('u-1', hidden)).body).not.toContain('Nobody has said anything yet.</p><ul');
});

test('a page is put before groups of its writer only', async () => {
  inGuild.delete('u-2');
  const answer = await send('u-2', '/pages', { title: 't', text: '', readers: guild.id });
  expect([answer.status, answer.code]).toEqual([403, 'wiki.writing.group-not-yours']);
  expect((await send('u-2', '/pages', { title: 't', text: '', readers: 'g-nobody-knows' })).code).toBe('wiki.writing.group-not-yours');
});

test('nothing is written without the token of the session’s own form', async () => {
  const path = await write('u-1', 'all');
  const ofAnother = await tokenOf('u-2');
  const before = store.list('wiki.page');
  for (const place of ['/pages', path, `${path}/comments`])
    for (const token of ['', ofAnother]) {
      const answer = await ask('u-1', place, { title: 't', text: '', readers: 'all', comment: 'c', 'form-token': token });
      expect([answer.status, answer.code]).toEqual([403, 'wiki.writing.form-token-wrong']);
    }
  expect(store.list('wiki.page')).toEqual(before);
});

test.each([
  ['no title', { title: ' ' }, 'wiki.writing.title-missing'],
  ['a title of 201 characters', { title: 'x'.repeat(201) }, 'wiki.writing.title-missing'],
  ['a text of 20,001 characters', { text: 'x'.repeat(20_001) }, 'wiki.writing.text-too-long'],
  ['readers that nobody is', { readers: 'public' }, 'wiki.writing.group-not-yours'],
])('a page with %s is not written', async (_name, change, code) => {
  expect((await send('u-1', '/pages', { title: 't', text: 'x', readers: 'all', ...change })).code).toBe(code);
});

test('the owner changes a page; whoever may read it comments on it, five hundred times in all', async () => {
  const path = await write('u-1', 'all');
  expect((await send('u-2', path, { title: 'Taken over', text: '', readers: 'private' })).code).toBe('wiki.page.not-yours');
  expect((await send('u-1', path, { title: 'Corrected', text: 'new', readers: 'all' })).status).toBe(303);
  expect((await send('u-2', `${path}/comments`, { comment: 'well said' })).status).toBe(303);
  const page = (await ask('u-1', path)).body;
  for (const said of ['Corrected', 'new', 'well said', 'by someone else']) expect(page).toContain(said);
  const id = path.slice('/pages/'.length);
  const stored = store.get<{ comments: unknown[] }>('wiki.page', id);
  store.put('wiki.page', id, { ...stored, comments: Array(500).fill(stored?.comments[0]) });
  expect((await send('u-2', `${path}/comments`, { comment: 'one more' })).code).toBe('wiki.writing.comments-full');
});

test('what people write is text on the page and in no record, and no page names anybody', async () => {
  const { to } = await send('u-1', '/pages', {
    title: '<script>alert(1)</script>',
    text: '</p><img src=x onerror=alert(2)>',
    readers: 'all',
  });
  await send('u-2', `${to}/comments`, { comment: '"><svg onload=alert(3)>' });
  const seen = [await ask('u-2', '/'), await ask('u-2', to), await ask('u-1', to)].map(({ body }) => withoutOurScript(body)).join();
  expect(seen).not.toMatch(/<script|<img|<svg/);
  expect(seen).not.toMatch(/u-[12]\b/);
  expect(JSON.stringify(records)).not.toContain('alert');
});

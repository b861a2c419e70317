/** The frame of every service: recorded first and answered after, or not answered; and whatever breaks shows nothing of the inside (B-11, C-08). */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { pageAnswer } from '../system/kernel/answer.ts';
import { html } from '../system/kernel/html.ts';
import type { AuditEntry } from '../system/kernel/ports.ts';
import { Refusal } from '../system/kernel/refusal.ts';
import { readCookies, type Service, serviceHandler } from '../system/kernel/service.ts';
import { silentLog } from './manual-ports.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});
const reference = 'aaaaa-bbbbb-ccccc-ddddd';
const said = (text: string) => pageAnswer({ title: text, place: 'Test', body: html`<p>${text}</p>` });

async function started(change: Partial<Service> = {}) {
  const records: AuditEntry[] = [];
  const service: Service = {
    name: 'tracker',
    audit: { append: async (entry) => void records.push(entry) },
    log: silentLog,
    refused: () => pageAnswer({ title: 'No', place: 'Test', body: html`` }, { status: 403 }),
    actions: [
      { method: 'GET', path: '/', event: 'tracker.issues.shown', run: async () => said('the honest page') },
      { method: 'POST', path: '/issues', event: 'tracker.issue.opened', run: async ({ form }) => said(`title ${form.title}`) },
      {
        method: 'GET',
        path: '/broken',
        event: 'tracker.issues.listed',
        run: () => Promise.reject(new TypeError('the secret inside /srv/tempered')),
      },
    ],
    ...change,
  };
  const server = createServer(serviceHandler(service));
  ends.push(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = async (path: string, init: RequestInit = {}, headers: Record<string, string> = { 'tempered-reference': reference }) => {
    const answer = await fetch(base + path, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } });
    return { status: answer.status, body: await answer.text(), headers: answer.headers };
  };
  return { ask, records };
}

test('an answer leaves after its record, with the same reference', async () => {
  const { ask, records } = await started();
  const answer = await ask('/');
  expect(answer).toMatchObject({ status: 200, body: expect.stringContaining(reference) });
  expect(records).toMatchObject([{ reference, event: 'tracker.issues.shown', code: 'allowed' }]);
});

test('without a record there is no page: 503, and nothing of what would have been said', async () => {
  const { ask } = await started({ audit: { append: () => Promise.reject(new TypeError('the disk is full')) } });
  for (const path of ['/', '/broken', '/nowhere']) {
    const answer = await ask(path);
    expect(answer).toMatchObject({ status: 503, body: '' });
    expect(answer.headers.get('set-cookie')).toBeNull();
  }
});

test('what breaks inside is refused as unexpected, recorded once, and shows no stack', async () => {
  const { ask, records } = await started();
  const answer = await ask('/broken');
  expect(answer.status).toBe(403);
  expect(answer.body).not.toMatch(/secret|srv|TypeError|\bat /);
  expect(records.map(({ code }) => code)).toEqual(['tracker.request.unexpected']);
});

test('when even the refusal breaks, or the ingress left out the reference, there is an empty 500', async () => {
  const { ask, records } = await started({
    refused: () => {
      throw new TypeError('the secret inside /srv/tempered');
    },
  });
  expect(await ask('/broken')).toMatchObject({ status: 500, body: '' });
  expect(await ask('/', {}, {})).toMatchObject({ status: 500, body: '' });
  expect(await ask('/', {}, { 'tempered-reference': '<b>' })).toMatchObject({ status: 500, body: '' });
  expect(records).toEqual([]);
});

test.each([
  ['another case', '/ISSUES', 'POST'],
  ['a slash at its end', '/issues/', 'POST'],
  ['another method', '/issues', 'GET'],
  ['a path that is not there', '/nowhere', 'GET'],
])('a path with %s is no action', async (_name, path, method) => {
  const { ask, records } = await started();
  expect((await ask(path, { method })).status).toBe(403);
  expect(records.map(({ code }) => code)).toEqual(['tracker.request.no-such-action']);
});

test.each([
  ['too large', 'title='.padEnd(70_000, 'x')],
  ['of too many fields', Array.from({ length: 60 }, (_, index) => `f${index}=1`).join('&')],
])('a form that is %s is refused and recorded', async (_name, body) => {
  const { ask, records } = await started();
  const answer = await ask('/issues', { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  expect(answer.status).toBe(403);
  expect(records.map(({ code }) => code)).toEqual(['tracker.request.unreadable']);
});

test('a field that comes twice is nobody’s, and a prototype is not reached', async () => {
  const { ask } = await started();
  const post = (body: string) => ask('/issues', { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  expect((await post('title=one')).body).toContain('title one');
  expect((await post('title=one&title=two')).body).toContain('title undefined');
  expect((await post('title[x]=one&__proto__[title]=two')).body).toContain('title undefined');
});

test('a refusal carries its own code into the record', async () => {
  const run = () => Promise.reject(new Refusal('tracker.issue.title-missing', { cites: ['I-10'], facts: { length: 0 } }));
  const { ask, records } = await started({ actions: [{ method: 'GET', path: '/', event: 'tracker.issues.shown', run }] });
  expect((await ask('/')).status).toBe(403);
  expect(records).toMatchObject([{ code: 'tracker.issue.title-missing', facts: { length: 0 } }]);
});

test('only host-bound cookies are read, and one that comes twice is nobody’s', () => {
  const name = fc.constantFrom('__Host-session', '__host-session', '__Host-sso', 'session', '__Secure-session', ' __Host-session');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.stringMatching(/^[a-z=]{0,5}$/)), { maxLength: 6 }), (pairs) => {
      const read = readCookies(pairs.map(([key, value]) => `${key}=${value}`).join('; '));
      const trimmed = pairs.map(([key, value]) => [key.trim(), value] as const).filter(([key]) => key.startsWith('__Host-'));
      const once = trimmed.filter(([key]) => trimmed.filter(([other]) => other === key).length === 1);
      expect(read).toEqual(Object.fromEntries(once));
    }),
  );
});

test('what an action changes is done after its record, and not at all without one', async () => {
  const done: string[] = [];
  const action = (name: string): Service['actions'][number] => ({
    method: 'POST',
    path: '/issues',
    event: 'tracker.issue.opened',
    run: async () => ({ ...said('saved'), effect: () => void done.push(name) }),
  });
  const recording = await started({ actions: [action('recorded')], audit: { append: async () => void done.push('record') } });
  expect((await recording.ask('/issues', { method: 'POST' })).status).toBe(200);
  expect(done).toEqual(['record', 'recorded']);
  const full = await started({ actions: [action('unrecorded')], audit: { append: () => Promise.reject(new Error('no space left')) } });
  expect((await full.ask('/issues', { method: 'POST' })).status).toBe(503);
  expect(done).toEqual(['record', 'recorded']);
});

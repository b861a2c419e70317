/** The fault proxy in fair weather: a careful reverse proxy that lets one realm through and keeps the side doors shut (S24). */

import type { IncomingHttpHeaders, IncomingMessage, RequestListener } from 'node:http';
import { request as httpsRequest } from 'node:https';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { passesToIdp } from '../harness/fault-proxy/idp-paths.ts';
import { zoneOfSource } from '../harness/fixtures/zones.ts';
import { createTap } from '../harness/tap/tap.ts';
import { type SmallWorld, smallWorld } from './samples/small-world.ts';

type Echo = { readonly method: string; readonly url: string; readonly headers: IncomingHttpHeaders; readonly body: string };
const bodyOf = async (message: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};
const echo: RequestListener = async (request, response) => {
  const { method = '', url = '', headers } = request;
  response.writeHead(
    200,
    [
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
      ['connection', 'x-hop'],
      ['x-hop', 'gone'],
    ].flat(),
  );
  response.end(JSON.stringify({ method, url, headers, body: await bodyOf(request) } satisfies Echo));
};

let small: SmallWorld;
const tap = createTap();
beforeAll(async () => {
  small = await smallWorld(echo, { observer: tap.observer });
});
afterAll(() => small.close());

type Asked = {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly servername?: string;
};
type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };
const ask = ({ path = small.path, method = 'GET', headers = {}, body, servername = 'idp.acme.test' }: Asked = {}): Promise<Answer> => {
  const place = small.world.names.resolve('idp.acme.test', 'hq');
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const to = {
    host: place?.address,
    port: place?.port,
    servername,
    ca: small.authority.certificatePem,
    agent: false,
    localAddress: '127.16.0.5',
    checkServerIdentity: () => undefined,
  };
  const request = httpsRequest({ ...to, path, method, headers: { host: 'idp.acme.test', ...headers } }, async (answer) => {
    resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: await bodyOf(answer) });
  });
  request.on('error', reject);
  request.end(body);
  return promise;
};
const echoed = async (asked: Asked): Promise<Echo> => JSON.parse((await ask(asked)).body) as Echo;

test('forwarding fields are ours alone, and name the true peer', async () => {
  const forged = {
    'x-forwarded-for': '1.2.3.4',
    'x-forwarded-host': 'evil.test',
    'X-Forwarded-Prefix': '/admin',
    x_forwarded_proto: 'http',
    forwarded: 'for=1.2.3.4',
    'x-real-ip': '1.2.3.4',
  };
  const { headers } = await echoed({ headers: forged });
  expect(headers).toMatchObject({
    host: 'idp.acme.test',
    'x-forwarded-for': '127.16.0.5',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'idp.acme.test',
    'x-forwarded-port': '443',
  });
  expect(
    Object.keys(headers)
      .filter((name) => /forwarded|real.ip|prefix/i.test(name))
      .sort(),
  ).toEqual(['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto']);
});

test('a Connection field drops what it names, but never our own fields (CVE-2025-48865)', async () => {
  const { headers } = await echoed({ headers: { connection: 'close, X-Forwarded-For, x-secret-hop', 'x-secret-hop': '1', 'x-kept': '1' } });
  expect(headers['x-forwarded-for']).toBe('127.16.0.5');
  expect([headers['x-secret-hop'], headers['x-kept']]).toEqual([undefined, '1']);
});

test('bodies, queries, methods and repeated fields come through whole', async () => {
  const body = 'username=uma&password=x'.repeat(100_000);
  const sent = await ask({ method: 'POST', path: '/realms/w1/login?a=1&b=%2F', body, headers: { 'content-length': String(body.length) } });
  expect(JSON.parse(sent.body)).toMatchObject({ method: 'POST', url: '/realms/w1/login?a=1&b=%2F', body });
  expect(sent.headers['set-cookie']).toEqual(['a=1', 'b=2']);
  expect(sent.headers['x-hop']).toBeUndefined();
});

test.each([
  '/',
  '/admin/',
  '/admin/realms/w1',
  '/realms/master/protocol',
  '/realms/w2/x',
  '/realms/w1',
  '/realms/w1/testing-timeoffset',
  '/realms/w1/x/Testing-run-on-server',
])('keeps %s inside', async (path) => expect((await ask({ path })).status).toBe(404));
test.each([
  '/realms/w1/../master/x',
  '/realms/w1/%2e%2e/master',
  '/realms/w1%2f..%2fmaster/x',
  '/realms/w1/x;y=1/z',
  '//realms/w1/x',
  '/realms/w1\\..\\master',
  '/resources/../admin',
  '/realms/w1/testing%2dtimeoffset',
  '/resources/',
  '/realms/w1/%252e%252e/x',
])('is not tricked by %s', async (path) => expect((await ask({ path })).status).toBe(404));
test.each([
  '/realms/w1/protocol/openid-connect/auth?x=../..',
  '/resources/9k2aq/login/css/styles.css',
  '/realms/w1/login-actions/authenticate',
])('lets %s through', async (path) => expect((await ask({ path })).status).toBe(200));

test('whatever passes means the same path to every reader', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'realms',
      'w1',
      'w2',
      'master',
      'admin',
      'resources',
      '..',
      '.',
      '%2e',
      '%2f',
      '%5c',
      ';',
      '/',
      '\\',
      'testing-x',
      '%',
      '?',
      '#',
      '%00',
      'é',
    ),
    fc.string({ maxLength: 3 }),
  );
  const target = fc.array(piece, { maxLength: 9 }).map((pieces) => `/${pieces.join('/')}`);
  const decoded = (text: string): string => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  const allowed = /^\/(realms\/w1|resources)\/[^/]/;
  const passed = { count: 0 };
  fc.assert(
    fc.property(target, (text) => {
      if (!passesToIdp(text, 'w1')) return;
      passed.count += 1;
      const path = text.split('?', 1)[0] ?? '';
      for (const reading of [path, decoded(path), decoded(decoded(path))]) {
        const { pathname } = new URL(reading, 'https://idp.acme.test');
        expect(pathname).toMatch(allowed);
        expect(pathname).not.toMatch(/\/testing-/i);
      }
    }),
    { numRuns: 20_000 },
  );
  expect(passed.count).toBeGreaterThan(0);
});

test('a Host or a server name of another host is misdirected', async () => {
  expect((await ask({ headers: { host: 'login.acme.isolated.test' } })).status).toBe(421);
  expect((await ask({ servername: 'login.acme.isolated.test' })).status).toBe(421);
  expect((await ask({ headers: { host: 'idp.acme.test:443' } })).status).toBe(200);
});

test('a dead identity provider gives 502 with the reason', async () => {
  const lone = await smallWorld();
  await lone.world.idp.kill();
  expect(await lone.world.probe.ask()).toMatchObject({ kind: 'answered', status: 502 });
  await lone.world.idp.restart();
  expect(await lone.world.probe.ask()).toMatchObject({ kind: 'answered', status: 200 });
  await lone.close();
});

test('the tap hears both directions in plain text, with their zones', async () => {
  const heardBefore = tap.crossings.length;
  await ask({ method: 'POST', path: '/realms/w1/login', body: 'username=marker', headers: { 'accept-encoding': 'gzip' } });
  const heard = tap.crossings.slice(heardBefore);
  expect(heard.map(({ from, to }) => `${from} to ${to}`).sort()).toEqual(['customer to user', 'user to customer']);
  const there = heard.find(({ to }) => to === 'customer');
  expect(there?.head.split('\r\n')[0]).toBe('POST /realms/w1/login');
  expect(Buffer.from(there?.body ?? []).toString()).toBe('username=marker');
});

test('a source address belongs to one zone; a foreign one to none', () => {
  expect([zoneOfSource('127.16.0.5'), zoneOfSource('127.20.0.3'), zoneOfSource('127.80.0.8'), zoneOfSource('10.0.0.1')]).toEqual([
    'user',
    'isolated',
    'harness',
    'unknown',
  ]);
});

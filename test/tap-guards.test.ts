/** The observers of silence: what opens a socket or asks for a name is heard, whatever way it goes, and what is quiet stays quiet. */
import { fork, spawn } from 'node:child_process';
import dns from 'node:dns';
import { lookup } from 'node:dns/promises';
import { get } from 'node:http';
import { connect, createServer, Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AcceptedConnection } from '../harness/fault-proxy/proxy.ts';
import { type CuttableServer, listenCuttable } from '../harness/network/cuttable-server.ts';
import { nameTable } from '../harness/network/names.ts';
import { opening } from '../harness/network/opener.ts';
import { type NameGuard, startNameGuard } from '../harness/tap/name-guard.ts';
import { createSilence, type Silence } from '../harness/tap/silence.ts';
import { type SocketGuard, startSocketGuard } from '../harness/tap/socket-guard.ts';
import { createTap } from '../harness/tap/tap.ts';

let server: CuttableServer;
let sockets: SocketGuard;
let asked: NameGuard;
beforeAll(async () => {
  server = await listenCuttable(
    createServer((socket) => socket.end('x')),
    { address: '127.0.0.1' },
  );
});
afterAll(() => server.close());
beforeEach(() => {
  sockets = startSocketGuard();
  asked = startNameGuard();
});
afterEach(() => {
  sockets.stop();
  asked.stop();
});

const over = (socket: { on(event: string, heard: () => void): unknown }): Promise<void> =>
  new Promise((resolve) => {
    socket.on('error', resolve);
    socket.on('close', resolve);
  });
const raw = (): Promise<void> => over(connect(server.port, server.address).resume());

test.each([
  ['net.connect', raw],
  ['a socket made by hand', () => over(new Socket().connect(server.port, server.address).resume())],
  ['tls.connect', () => over(connectTls({ port: server.port, host: server.address }))],
  ['http.get', () => over(get({ port: server.port, host: server.address, agent: false }))],
  [
    'fetch',
    () =>
      fetch(`http://${server.address}:${server.port}`).then(
        () => {},
        () => {},
      ),
  ],
  [
    'fetch to a name that does not exist',
    () =>
      fetch('http://idp.acme.test').then(
        () => {},
        () => {},
      ),
  ],
] as const)('%s outside a declared way out is heard, with the place in our code', async (_way, open) => {
  await open();
  expect(sockets.undeclared.length).toBe(1);
  expect(sockets.undeclared[0]?.stack).not.toBe('');
  expect(sockets.declared).toEqual([]);
});

test('the stack names the file that opened the socket', async () => {
  await raw();
  expect(sockets.undeclared[0]?.stack).toContain('tap-guards.test.ts');
});

test('a declared way out is told apart, also after it has waited', async () => {
  await opening('harness:test', async () => {
    await Promise.resolve();
    await raw();
  });
  expect(sockets.undeclared).toEqual([]);
  expect(sockets.declared.map(({ opener }) => opener)).toEqual(['harness:test']);
});

test('pipes and messages of child processes are no client sockets', async () => {
  const child = spawn(process.execPath, ['-e', '0'], { stdio: ['pipe', 'pipe', 'pipe', 'pipe', 'ipc'] });
  await over(child);
  await over(fork(import.meta.filename, { execArgv: ['-e', '0'], stdio: 'pipe' }));
  expect(sockets.undeclared).toEqual([]);
});

test('a server that is started inside a declared way out hides what its handlers open: the trap that the guard documents', async () => {
  const careless = await opening('harness:careless', () =>
    listenCuttable(
      createServer((socket) => void raw().then(() => socket.end())),
      { address: '127.0.0.1' },
    ),
  );
  await opening('harness:test', () => over(connect(careless.port, careless.address).resume()));
  expect(sockets.declared.map(({ opener }) => opener)).toEqual(['harness:test', 'harness:careless']);
  await careless.close();
});

test('a stopped guard hears nothing', async () => {
  sockets.stop();
  await raw();
  expect(sockets.undeclared).toEqual([]);
});

const ignored = (): void => {};
test.each([
  ['dns.lookup', () => new Promise<void>((resolve) => dns.lookup('idp.acme.test', () => resolve()))],
  ['the promise form, imported by name', () => lookup('idp.acme.test').then(ignored, ignored)],
  [
    'a resolver of its own',
    () => {
      const resolver = new dns.promises.Resolver();
      const answer = resolver.resolve4('idp.acme.test').then(ignored, ignored);
      resolver.cancel();
      return answer;
    },
  ],
  ['fetch', () => fetch('http://idp.acme.test').then(ignored, ignored)],
  ['net.connect', () => over(connect(443, 'idp.acme.test'))],
] as const)('%s asks for a name past the table, and is heard', async (_way, ask) => {
  await ask();
  expect(asked.asked.map(({ name }) => name)).toContain('idp.acme.test');
});

test('a stopped name guard leaves Node as it was', () => {
  const wrapped = dns.lookup;
  asked.stop();
  expect(dns.lookup).not.toBe(wrapped);
  expect(dns.lookup.name).toBe('lookup');
});

const watching = (): { silence: Silence; connections: AcceptedConnection[]; names: ReturnType<typeof nameTable> } => {
  const connections: AcceptedConnection[] = [];
  const names = nameTable();
  const silence = createSilence({ hosts: ['idp.acme.test'], connections, lookups: names.lookups, sockets, names: asked });
  return { silence, connections, names };
};

test('each observer alone breaks the silence, from the mark on and not before', async () => {
  const { silence, connections, names } = watching();
  connections.push({ source: '127.20.0.3', atMs: Date.now(), mode: 'honest' });
  const listening = silence.since();
  expect(listening.heard()).toMatchObject({ noise: 0, evidence: [] });
  connections.push({ source: '127.20.0.3', atMs: Date.now(), mode: 'black-hole' });
  expect(listening.heard()).toMatchObject({ connections: 1, noise: 1 });
  names.resolve('idp.acme.test', 'egress');
  expect(listening.heard()).toMatchObject({ lookups: 1, noise: 2 });
  await lookup('IDP.acme.test.').catch(ignored);
  expect(listening.heard()).toMatchObject({ lookups: 2, noise: 3 });
  await raw();
  expect(listening.heard()).toMatchObject({ undeclaredSockets: 1, noise: 4 });
  expect(listening.heard().evidence).toHaveLength(4);
  expect(silence.since().heard().noise).toBe(0);
});

test('the harness’s own probe, other hosts and declared sockets are no noise; the latter show that the guard hears', async () => {
  const { silence, connections, names } = watching();
  const listening = silence.since();
  connections.push({ source: '127.80.0.8', atMs: Date.now(), mode: 'black-hole' });
  names.resolve('idp.acme.test', 'probe');
  names.resolve('login.acme.isolated.test', 'hq');
  await opening('system:outbound', raw);
  expect(listening.heard()).toMatchObject({ noise: 0, declaredSockets: 1 });
});

test('a span of the past is judged by its times', () => {
  const { silence, connections } = watching();
  for (const atMs of [10, 20, 30]) connections.push({ source: '127.16.0.5', atMs, mode: 'honest' });
  expect(silence.heard({ fromMs: 11, toMs: 20 }).connections).toBe(1);
  expect(silence.heard({ fromMs: 10, toMs: 20 }).connections).toBe(2);
  expect(silence.heard({ fromMs: 31 }).connections).toBe(0);
});

test('the tap counts bytes by zone and keeps what it heard when the sender uses its buffer again', () => {
  const tap = createTap();
  const body = Buffer.from('abc');
  tap.observer.heard({ from: 'user', to: 'customer', channel: 'https', atMs: 1, head: 'GET /', body });
  body.fill('x');
  expect(Buffer.from(tap.crossings[0]?.body ?? []).toString()).toBe('abc');
  expect([tap.bytesToward('customer'), tap.bytesToward('isolated')]).toEqual([8, 0]);
});

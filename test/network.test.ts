/** The exits: names resolve by the world's table, source addresses are real, failures say why, closing cuts. */
import { createServer as createHttpServer, request as httpRequest } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { listenCuttable } from '../harness/network/cuttable-server.ts';
import { type Exit, type ExitOptions, startExit } from '../harness/network/exit.ts';
import { nameTable } from '../harness/network/names.ts';
import { proxyErrorIn, proxyErrors, proxyStatus } from '../harness/network/proxy-status.ts';
import { canBind, SourceAddressMissing } from '../harness/network/source-address.ts';
import { closed } from './closed-socket.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const names = nameTable();
const exitFor = async (options: Partial<ExitOptions> = {}): Promise<Exit> => {
  const exit = await startExit({ network: 'hq', sourceAddress: '127.16.0.5', names, ...options });
  ends.push(exit.close);
  return exit;
};

/** A server that says who came and then repeats what it is told. */
const echoing = async (): Promise<{ place: { address: string; port: number }; server: Server }> => {
  const server = createServer((socket) => {
    socket.write(`${socket.remoteAddress}\n`);
    socket.pipe(socket);
  });
  const listening = await listenCuttable(server, { address: '127.0.0.1' });
  ends.push(listening.close);
  return { place: { address: listening.address, port: listening.port }, server };
};

type Answer = { readonly status: number; readonly proxyStatus: string | undefined; readonly socket: Socket };
const connectThrough = (exit: { host: string; port: number }, target: string): Promise<Answer> => {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const request = httpRequest({ host: exit.host, port: exit.port, method: 'CONNECT', path: target, agent: false });
  request.on('error', reject);
  request.on('connect', (response, socket, head) => {
    socket.unshift(head); // what came together with the answer
    ends.push(async () => void socket.destroy());
    resolve({
      status: response.statusCode ?? 0,
      proxyStatus: response.headers['proxy-status'] as string | undefined,
      socket: socket as Socket,
    });
  });
  request.end();
  return promise;
};
const nextText = (socket: Socket): Promise<string> => new Promise((resolve) => socket.once('data', (part) => resolve(part.toString())));

test('a tunnel leads to the place in the table, from the network’s own address, and carries both ways', async () => {
  const { place } = await echoing();
  names.set('one.test', place);
  const exit = await exitFor();
  const { status, socket } = await connectThrough(exit, 'one.test:443');
  expect(status).toBe(200);
  expect(await nextText(socket)).toBe('127.16.0.5\n');
  socket.write('there and back');
  expect(await nextText(socket)).toBe('there and back');
  expect(exit.connections.map(({ host, port, result }) => ({ host, port, result }))).toEqual([
    { host: 'one.test', port: 443, result: 'connected' },
  ]);
  expect(names.lookups.at(-1)).toMatchObject({ name: 'one.test', by: 'hq', found: true });
});

test('the table is asked at every CONNECT, so that a removed name is gone at once and comes back', async () => {
  names.set('two.test', (await echoing()).place);
  const exit = await exitFor();
  expect((await connectThrough(exit, 'TWO.test:443')).status).toBe(200);
  const putBack = names.remove('two.test');
  const gone = await connectThrough(exit, 'two.test:443');
  expect([gone.status, gone.proxyStatus]).toEqual([502, 'tempered; error=dns_error']);
  putBack();
  expect((await connectThrough(exit, 'two.test:443')).status).toBe(200);
});

test('a refused connection is reported as refused', async () => {
  names.set('nobody.test', { address: '127.0.0.1', port: 1 });
  const { status, proxyStatus: reason } = await connectThrough(await exitFor(), 'nobody.test:443');
  expect([status, reason]).toEqual([502, 'tempered; error=connection_refused']);
});

test.each(['one.test:80', 'one.test', '127.0.0.1:22', '[::1]:443', 'one.test:443/x'])('refuses to tunnel to %s', async (target) => {
  const exit = await exitFor();
  const { status, proxyStatus: reason } = await connectThrough(exit, target);
  expect([status, reason]).toEqual([403, 'tempered; error=http_request_denied']);
});

test('an address is no name, even on the right port', async () => {
  const { proxyStatus: reason } = await connectThrough(await exitFor(), '127.0.0.1:443');
  expect(reason).toBe('tempered; error=dns_error');
});

test('a plain request is not proxied', async () => {
  const exit = await exitFor();
  const { promise, resolve } = Promise.withResolvers<number>();
  httpRequest({ host: exit.host, port: exit.port, path: 'http://one.test/', agent: false }, (response) => {
    response.resume();
    resolve(response.statusCode ?? 0);
  }).end();
  expect(await promise).toBe(403);
});

test('closing cuts every tunnel and stops listening', async () => {
  names.set('one.test', (await echoing()).place);
  const exit = await startExit({ network: 'hq', sourceAddress: '127.16.0.5', names });
  const { socket } = await connectThrough(exit, 'one.test:443');
  const gone = closed(socket);
  await exit.close();
  await gone;
  await expect(connectThrough(exit, 'one.test:443')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('everything that the far side sent before it left still arrives', async () => {
  const sent = Buffer.alloc(3_000_000, 'x');
  const far = await listenCuttable(
    createServer((socket) => socket.end(sent)),
    { address: '127.0.0.1' },
  );
  ends.push(far.close);
  names.set('big.test', far);
  const { socket } = await connectThrough(await exitFor(), 'big.test:443');
  let received = 0;
  for await (const part of socket) received += (part as Buffer).length;
  expect(received).toBe(sent.length);
});

test('an address that cannot be bound is a missing ability, never another address', async () => {
  const foreign = '192.0.2.77'; // RFC 5737: no machine has it
  expect(await canBind(foreign)).toBe(false);
  await expect(startExit({ network: 'hq', sourceAddress: foreign, names })).rejects.toThrow(SourceAddressMissing);
  await expect(startExit({ network: 'hq', sourceAddress: foreign, names })).rejects.toMatchObject({ lacks: 'source-addresses' });
});

test('listens on several addresses at one port, as a container behind a bridge needs', async () => {
  names.set('one.test', (await echoing()).place);
  const exit = await exitFor({ listenOn: ['127.0.0.1', '127.0.0.9'] });
  for (const host of ['127.0.0.1', '127.0.0.9']) expect((await connectThrough({ host, port: exit.port }, 'one.test:443')).status).toBe(200);
});

test('listens on loopback only unless told otherwise', async () => {
  const exit = await exitFor();
  const outside = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4');
  if (outside)
    await expect(connectThrough({ host: outside.address, port: exit.port }, 'one.test:443')).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
  expect(exit.host).toBe('127.0.0.1');
});

test('a port that is taken is an error, not another port', async () => {
  const taken = createHttpServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  ends.push(async () => void taken.close());
  await expect(exitFor({ port: (taken.address() as AddressInfo).port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('what a proxy says is what a client reads, and nothing else is read into other text', () => {
  for (const error of proxyErrors) expect(proxyErrorIn(proxyStatus(error))).toBe(error);
  fc.assert(fc.property(fc.string(), (text) => proxyErrorIn(text) === undefined));
});

/** The way out over an egress proxy: every kind of failure told apart, one deadline for all of it, bounded answers, no redirects, and no name looked up by us (S18, S13). */
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type Authority, createAuthority } from '../harness/authority/authority.ts';
import { startNameGuard } from '../harness/tap/name-guard.ts';
import { outboundThroughEgress } from '../system/kernel/outbound.ts';
import { type Crossing, OutboundFailure, type OutboundRequest } from '../system/kernel/ports.ts';

const host = 'idp.acme.test';
let authority: Authority;
const ends: (() => void)[] = [];
beforeAll(async () => {
  authority = await createAuthority({ name: 'Outbound authority' });
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
});
const hourMs = 3_600_000;
const clock = { now: Date.now, after: () => Promise.resolve(), skewMs: () => 0 };

type Listening = { listen(port: number, address: string, ready: () => void): unknown; address(): unknown; close(): unknown };
async function portOf(server: Listening, sockets: Set<Duplex>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

type Far = { readonly answer?: RequestListener; readonly certificate?: { certPem: string; keyPem: string } };
/** The far side with a certificate: its port. */
async function farSide({ answer = (_request, response) => void response.end('{}'), certificate }: Far = {}): Promise<number> {
  const { certPem, keyPem } = certificate ?? (await authority.leafFor(host));
  const server = createServer({ cert: certPem, key: keyPem }, answer);
  const sockets = new Set<Duplex>();
  server.on('connection', (socket) => sockets.add(socket));
  server.on('tlsClientError', () => {});
  return portOf(server, sockets);
}

/** A CONNECT proxy; `decide` writes to the client, or names the port to connect to. */
async function egress(
  decide: (client: Duplex, target: string) => number | 'handled',
): Promise<{ address: string; port: number; asked: string[] }> {
  const asked: string[] = [];
  const sockets = new Set<Duplex>();
  const server = createHttpServer((_request, response) => void response.writeHead(403).end());
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', (request, stream) => {
    asked.push(request.url ?? '');
    stream.on('error', () => {});
    const port = decide(stream, request.url ?? '');
    if (port === 'handled') return;
    const far = connect(port, '127.0.0.1', () => {
      stream.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      stream.pipe(far).pipe(stream);
    });
    far.on('error', () => stream.destroy());
    sockets.add(far);
  });
  return { address: '127.0.0.1', port: await portOf(server, sockets), asked };
}

const outboundVia = (proxy: { address: string; port: number }, heard: Crossing[] = []) =>
  outboundThroughEgress(
    { egress: proxy, trustPem: authority.certificatePem, zone: 'isolated', clock },
    { observer: { heard: (crossing) => void heard.push(crossing) } },
  );
const request = (change: Partial<OutboundRequest> = {}): OutboundRequest => ({
  url: new URL(`https://${host}/realms/acme?x=1`),
  method: 'GET',
  timeoutMs: 3_000,
  maxBytes: 1_000,
  ...change,
});
const kindOf = async (answered: Promise<unknown>): Promise<string> =>
  answered.then(
    () => 'answered',
    (error: unknown) => (error instanceof OutboundFailure ? error.kind : `not a failure of ours: ${error}`),
  );
const toFar = async (far: Far, change: Partial<OutboundRequest> = {}) => {
  const port = await farSide(far);
  return outboundVia(await egress(() => port)).request(request(change));
};

test('an honest exchange: the body goes out whole, the answer comes back, and the observer hears it', async () => {
  const port = await farSide({
    answer: (incoming, response) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part) => parts.push(part));
      incoming.on('end', () =>
        response
          .writeHead(201, { 'x-said': 'yes' })
          .end(`${incoming.method} ${incoming.url} ${incoming.headers.host} ${Buffer.concat(parts)}`),
      );
    },
  });
  const proxy = await egress(() => port);
  const heard: Crossing[] = [];
  const answer = await outboundVia(proxy, heard).request(
    request({ method: 'POST', body: 'grant=ü', headers: { accept: 'application/json' } }),
  );
  expect([answer.status, answer.headers['x-said'], Buffer.from(answer.body).toString()]).toEqual([
    201,
    'yes',
    `POST /realms/acme?x=1 ${host} grant=ü`,
  ]);
  expect(proxy.asked).toEqual([`${host}:443`]);
  expect(heard.map(({ from, to, head, body }) => [from, to, head.split('\r\n')[0], Buffer.from(body).toString()])).toEqual([
    ['isolated', host, 'POST /realms/acme?x=1', 'grant=ü'],
  ]);
});

test('no name is looked up here: the proxy is told it', async () => {
  const port = await farSide();
  const proxy = await egress(() => port);
  const guard = startNameGuard();
  try {
    await outboundVia(proxy).request(request());
    expect(guard.asked).toEqual([]);
  } finally {
    guard.stop();
  }
});

test('a redirect is an answer, and nobody follows it', async () => {
  const asked: string[] = [];
  const answer = await toFar({
    answer: (incoming, response) => {
      asked.push(incoming.url ?? '');
      response.writeHead(302, { location: 'https://idp.acme.test/elsewhere' }).end();
    },
  });
  expect([answer.status, asked]).toEqual([302, ['/realms/acme?x=1']]);
});

test.each([
  ['tempered; error=dns_error', 'name-not-found'],
  ['tempered; error=connection_refused', 'connection-refused'],
  ['tempered; error=connection_timeout', 'no-answer'],
  ['tempered; error=connection_terminated', 'connection-broken'],
  ['tempered; error=something_new', 'connection-broken'],
  ['', 'connection-broken'],
])('a proxy that says %j means %s', async (status, kind) => {
  const proxy = await egress((client) => {
    client.end(`HTTP/1.1 502 No\r\nProxy-Status: ${status}\r\nContent-Length: 0\r\n\r\n`);
    return 'handled';
  });
  expect(await kindOf(outboundVia(proxy).request(request()))).toBe(kind);
});

test('a proxy that is gone, cuts, or speaks no HTTP is a broken connection', async () => {
  expect(await kindOf(outboundVia({ address: '127.0.0.1', port: 1 }).request(request()))).toBe('connection-broken');
  for (const bytes of ['', 'not HTTP\r\n\r\n', 'HTTP/1.1 200 OK\r\n\r\nnot TLS']) {
    const proxy = await egress((client) => {
      client.end(bytes);
      return 'handled';
    });
    expect(await kindOf(outboundVia(proxy).request(request()))).toBe('connection-broken');
  }
});

test.each<[string, () => Promise<{ certPem: string; keyPem: string }>, string]>([
  ['of another authority', async () => (await createAuthority({ name: 'Stranger' })).leafFor(host), 'certificate-not-trusted'],
  [
    'of an authority of the same name',
    async () => (await createAuthority({ name: 'Outbound authority' })).leafFor(host),
    'certificate-not-trusted',
  ],
  [
    'that has expired',
    () => authority.leafFor(host, { validFrom: new Date(Date.now() - hourMs / 2), validTo: new Date(Date.now() - 60_000) }),
    'certificate-expired',
  ],
  ['that is not valid yet', () => authority.leafFor(host, { validFrom: new Date(Date.now() + 60_000) }), 'certificate-expired'],
  ['of another name', () => authority.leafFor('other.acme.test'), 'certificate-name-mismatch'],
  ['of a name above it', () => authority.leafFor('acme.test'), 'certificate-name-mismatch'],
])('a certificate %s is told as such, and nothing is said over it', async (_name, leaf, kind) => {
  const said: string[] = [];
  const answer: RequestListener = (incoming, response) => {
    said.push(incoming.url ?? '');
    response.end();
  };
  expect(await kindOf(toFar({ certificate: await leaf(), answer }))).toBe(kind);
  expect(said).toEqual([]);
});

test('an answer of the largest size comes back, and one byte more does not', async () => {
  const ofBytes = (bytes: number): Far => ({ answer: (_request, response) => void response.end('x'.repeat(bytes)) });
  expect((await toFar(ofBytes(1_000))).body).toHaveLength(1_000);
  expect(await kindOf(toFar(ofBytes(1_001)))).toBe('answer-too-large');
  const endless: Far = {
    answer: (_request, response) => {
      const more = (): void => void (response.destroyed || response.write('x'.repeat(500), more));
      more();
    },
  };
  expect(await kindOf(toFar(endless))).toBe('answer-too-large');
});

test.each<[string, Far | 'proxy' | 'handshake']>([
  ['a proxy that never answers', 'proxy'],
  ['a handshake that never ends', 'handshake'],
  ['headers that never come', { answer: () => {} }],
  ['headers that never end', { answer: (incoming) => void incoming.socket.write('HTTP/1.1 200 OK\r\nX-A: ') }],
  ['a body that drips', { answer: (_request, response) => dripping(response) }],
])('one deadline covers %s', async (_name, far) => {
  const silent = (client: Duplex): 'handled' => {
    if (far === 'handshake') client.write('HTTP/1.1 200 OK\r\n\r\n');
    return 'handled';
  };
  const port = typeof far === 'string' ? 0 : await farSide(far);
  const proxy = await egress((client) => (typeof far === 'string' ? silent(client) : port));
  const beganMs = performance.now();
  expect(await kindOf(outboundVia(proxy).request(request({ timeoutMs: 400 })))).toBe('no-answer');
  expect(performance.now() - beganMs).toBeLessThan(2_500);
});

function dripping(response: Parameters<RequestListener>[1]): void {
  response.writeHead(200);
  const drip = setInterval(() => response.write('x'), 50);
  ends.push(() => clearInterval(drip));
}

test('an answer that is cut off in its body is a broken connection, not a short answer', async () => {
  const cut: Far = {
    answer: (_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('x', () => response.destroy());
    },
  };
  expect(await kindOf(toFar(cut))).toBe('connection-broken');
});

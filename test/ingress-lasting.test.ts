/** What lasts longer than a request, through edge and ingress: it begins at once, both sides hear each other, and it ends with its session (S7, K-04). */
import type { ServerResponse } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { askAgainEveryMs } from '../system/isolated/ingress/lasting/watch.ts';
import type { Route } from '../system/isolated/ingress/route.ts';
import type { HttpHandler } from '../system/kernel/listener.ts';
import { type Decide, openStage, own, type Stage, type StageOptions, stageHost } from './edge-stage.ts';

const stages: Stage[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});
const row = { host: stageHost, method: 'GET', to: 'tracker', access: 'session' } as const;
const routes: readonly Route<'tracker'>[] = [
  { ...row, path: '/stream', streams: true },
  { ...row, path: '/socket', upgrades: 'websocket' },
  { ...row, path: '/plain' },
];
const open = async (options: StageOptions): Promise<Stage> => {
  const stage = await openStage({ routes, ...options });
  stages.push(stage);
  return stage;
};
const allowed: ReturnType<Decide> = { kind: 'allowed', context: 'a-context-token', actor: 'u-1' };
const ended: ReturnType<Decide> = { kind: 'refused', code: 'session.host.expired', cites: ['K-04'], facts: {} };
const closed = (socket: TLSSocket): Promise<void> => new Promise((resolve) => void socket.once('close', () => resolve()));
const heardOn = (socket: TLSSocket, wanted: string): Promise<string> => {
  const { promise, resolve } = Promise.withResolvers<string>();
  let text = '';
  socket.on('data', (part) => {
    text += part.toString();
    if (text.includes(wanted)) resolve(text);
  });
  return promise;
};
const ask = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: ${stageHost}\r\n\r\n`;

/** A clock whose waits the test ends. */
function steppedClock() {
  const waits: (() => void)[] = [];
  return {
    clock: { now: Date.now, skewMs: () => 0, after: () => new Promise<void>((resolve) => void waits.push(resolve)) },
    pass: (): void => {
      for (const wake of waits.splice(0)) wake();
    },
    waiting: (): number => waits.length,
  };
}
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

test('a stream begins at once, goes on, and is no use of its session after its beginning', async () => {
  const { clock, pass, waiting } = steppedClock();
  let speak: ServerResponse | undefined;
  const stage = await open({
    clock,
    product: (_request, response) => {
      speak = response;
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    },
  });
  const socket = await stage.connect();
  const begun = heardOn(socket, 'text/event-stream');
  socket.write(ask('/stream'));
  expect(await begun).not.toMatch(/tempered-lasts/i);
  const told = heardOn(socket, 'data: one');
  speak?.write('data: one\n\n');
  await told;
  await until(() => waiting() === 1);
  pass();
  await until(() => stage.questions.length === 2);
  expect(stage.questions.map(({ question }) => [question.again, question.mayBeLedToSignIn])).toEqual([
    [undefined, false],
    [true, false],
  ]);
  const goesOn = heardOn(socket, 'data: two');
  speak?.write('data: two\n\n');
  await goesOn;
  expect(stage.ingressRecords).toEqual([]);
  socket.destroy();
});

test.each<[string, ReturnType<Decide>, string]>([
  ['the session has ended', ended, 'ingress.lasting.session-ended'],
  ['nobody answers for the session any more', 'says-nothing', 'ingress.lasting.authentication-silent'],
])('a stream ends at the next look when %s', async (_name, later, code) => {
  const { clock, pass, waiting } = steppedClock();
  let asked = 0;
  const decide: Decide = (_question, response) => {
    asked += 1;
    if (asked > 1 && later === 'says-nothing') response.destroy();
    return asked === 1 ? allowed : later;
  };
  const stage = await open({ clock, decide, product: (_request, response) => void response.writeHead(200).flushHeaders() });
  const socket = await stage.connect();
  socket.write(ask('/stream'));
  socket.resume();
  await until(() => waiting() === 1);
  pass();
  await closed(socket);
  const [record, ...more] = stage.ingressRecords;
  expect([record?.event, record?.code, more]).toEqual(['ingress.lasting.ended', code, []]);
  expect(record?.facts.of).toBe(stage.questions[0]?.question.reference);
  expect(askAgainEveryMs).toBeLessThanOrEqual(5_000);
});

/** A product that says everything back. */
const echo = (): HttpHandler => {
  const server = new WebSocketServer({ noServer: true });
  return (request, response, upgraded) => {
    if (!upgraded) return void response.end('no web socket');
    response.detachSocket(upgraded.socket as never);
    server.handleUpgrade(request, upgraded.socket, upgraded.head, (webSocket) => {
      webSocket.send(`${request.headers['tempered-context']} ${request.headers.cookie}`);
      webSocket.on('message', (data) => webSocket.send(`heard ${data}`));
    });
  };
};
const client = async (stage: Stage, options: { readonly origin?: string; readonly path?: string } = {}): Promise<WebSocket> => {
  const socket = await stage.connect();
  return new WebSocket(`wss://${stageHost}${options.path ?? '/socket'}`, {
    createConnection: () => socket,
    origin: options.origin ?? own,
    headers: { cookie: '__Host-session=mine', 'tempered-nothing': 'x' } as Record<string, string>,
  });
};
const plainClient = async (stage: Stage, origin = own, path = '/socket'): Promise<WebSocket> => {
  const socket = await stage.connect();
  return new WebSocket(`wss://${stageHost}${path}`, { createConnection: () => socket, origin, headers: { cookie: '__Host-session=mine' } });
};
const next = (webSocket: WebSocket): Promise<string> =>
  new Promise((resolve, reject) => {
    webSocket.once('message', (data) => resolve(data.toString()));
    webSocket.once('error', reject);
  });
const refusal = (webSocket: WebSocket): Promise<number> =>
  new Promise((resolve) => {
    webSocket.once('unexpected-response', (_request, answer) => {
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    });
    webSocket.on('error', () => {});
  });

test('a web socket reaches its product with a context and without a cookie, and both hear each other', async () => {
  const stage = await open({ product: echo() });
  const webSocket = await plainClient(stage);
  expect(await next(webSocket)).toBe('a-context-token undefined');
  for (const text of ['one', 'x'.repeat(100_000)]) {
    const heard = next(webSocket);
    webSocket.send(text);
    expect(await heard).toBe(`heard ${text}`);
  }
  webSocket.terminate();
  const heard = (): string => stage.crossings.map(({ body }) => Buffer.from(body).toString('latin1')).join('');
  await until(() => stage.crossings.some(({ head }) => head.endsWith('(web socket)')));
  expect(heard()).toContain('heard one');
});

test('a web socket ends when its session does', async () => {
  const { clock, pass, waiting } = steppedClock();
  let asked = 0;
  const decide: Decide = () => {
    asked += 1;
    return asked === 1 ? allowed : ended;
  };
  const stage = await open({ clock, decide, product: echo() });
  const webSocket = await plainClient(stage);
  await next(webSocket);
  const over = new Promise((resolve) => void webSocket.once('close', resolve));
  await until(() => waiting() === 1);
  pass();
  await over;
  expect(stage.ingressRecords.map(({ code }) => code)).toEqual(['ingress.lasting.session-ended']);
});

test.each<[string, string, string, number, string]>([
  ['another origin', 'https://admin.acme.isolated.test', '/socket', 403, 'ingress.request.origin-foreign'],
  ['another tenant', 'https://tracker.initech.isolated.test', '/socket', 403, 'ingress.request.origin-foreign'],
  ['a row that knows none', own, '/plain', 400, 'ingress.request.upgrade-not-listed'],
  ['a row that streams', own, '/stream', 400, 'ingress.request.upgrade-not-listed'],
  ['a place that is not listed', own, '/elsewhere', 404, 'ingress.request.route-not-listed'],
])('a web socket for %s is refused before anybody is asked', async (_name, origin, path, status, code) => {
  const stage = await open({ product: echo() });
  expect(await refusal(await plainClient(stage, origin, path))).toBe(status);
  expect([stage.ingressRecords.map((record) => record.code), stage.questions]).toEqual([[code], []]);
});

test('a web socket row that is asked for as a page says what it wants', async () => {
  const stage = await open({ product: echo() });
  const [answer] = await stage.say(`GET /socket HTTP/1.1\r\nHost: ${stageHost}\r\nConnection: close\r\n\r\n`);
  expect([answer?.status, /\r\nupgrade: websocket/i.test(answer?.head ?? '')]).toEqual([426, true]);
  expect(stage.ingressRecords.map(({ code }) => code)).toEqual(['ingress.request.upgrade-missing']);
});

test('a web socket of somebody who is not signed in is refused like any call', async () => {
  const stage = await open({ product: echo(), decide: () => ended });
  expect(await refusal(await plainClient(stage))).toBe(401);
});

test('a web socket to a product or an ingress that is gone is a bounded answer', async () => {
  const stage = await open({ product: echo() });
  await stage.closeProduct();
  expect(await refusal(await plainClient(stage))).toBe(503);
  await stage.ingress.close();
  expect(await refusal(await plainClient(stage))).toBe(502);
  expect(stage.edgeRecords.map(({ code }) => code)).toEqual(['edge.ingress.no-answer']);
});

test('what only our own parts may say is refused for web sockets, too', async () => {
  const stage = await open({ product: echo() });
  expect(await refusal(await client(stage))).toBe(400);
  expect(stage.edgeRecords.map(({ code }) => code)).toEqual(['edge.request.internal-header']);
});

test('a web socket ends on both sides when either side leaves', async () => {
  const gone = Promise.withResolvers<void>();
  const server = new WebSocketServer({ noServer: true });
  const stage = await open({
    product: ((request, response, upgraded) => {
      if (!upgraded) return void response.end();
      response.detachSocket(upgraded.socket as never);
      server.handleUpgrade(request, upgraded.socket, upgraded.head, (webSocket) => {
        webSocket.once('close', () => gone.resolve());
        webSocket.send('hello');
      });
    }) satisfies HttpHandler,
  });
  const webSocket = await plainClient(stage);
  await next(webSocket);
  webSocket.terminate();
  await gone.promise;
});

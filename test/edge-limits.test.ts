/** What the edge lets anybody use of it: so many connections, so many requests on one, so long for a head and for a body; each refusal with its code and one record (I-03). */
import { type Socket, connect as tcpConnect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { maxRestBytes } from '../system/edge/body.ts';
import { maxBodyBytes } from '../system/kernel/body-limits.ts';
import { answerHeader, answersOn, openStage, type Stage, type StageOptions, stageHost } from './edge-stage.ts';

const stages: Stage[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});
const open = async (options: StageOptions): Promise<Stage> => {
  const stage = await openStage(options);
  stages.push(stage);
  return stage;
};
const host = `Host: ${stageHost}\r\n`;
const codes = (stage: Stage): readonly string[] => stage.edgeRecords.map(({ code }) => code);

/** A connection that says nothing; resolves when it is there, or when it was cut. */
function hold({ edge }: Stage): Promise<{ readonly socket: Socket; readonly cut: Promise<boolean> }> {
  const socket = tcpConnect(edge.port, '127.0.0.1');
  socket.on('error', () => {});
  const cut = new Promise<boolean>((resolve) => socket.once('close', () => resolve(true)));
  return new Promise((resolve) => socket.once('connect', () => resolve({ socket, cut })));
}

test('a peer may hold so many connections, and the next one is cut and noted once', async () => {
  const stage = await open({ limits: { connectionsOfPeer: 3 } });
  const held = [await hold(stage), await hold(stage), await hold(stage)];
  const extra = [await hold(stage), await hold(stage)];
  expect(await Promise.all(extra.map(({ cut }) => cut))).toEqual([true, true]);
  expect(codes(stage)).toEqual(['edge.connection.too-many-of-one-peer']);
  expect(stage.edgeRecords[0]).toMatchObject({ event: 'edge.connection.refused', facts: { from: '127.0.0.1' } });
  const [first] = held;
  first?.socket.destroy();
  await first?.cut;
  // The one that left makes room: somebody else is served.
  let answers: readonly unknown[] = [];
  while (answers.length === 0) answers = await stage.say(`GET /open HTTP/1.1\r\n${host}Connection: close\r\n\r\n`).catch(() => []);
  expect(answers).toMatchObject([{ status: 200 }]);
  for (const { socket } of held) socket.destroy();
});

test('there is an end to all connections together', async () => {
  const stage = await open({ limits: { connections: 1 } });
  const { socket } = await hold(stage);
  const { cut } = await hold(stage);
  expect(await cut).toBe(true);
  expect(codes(stage)).toEqual(['edge.connection.too-many']);
  socket.destroy();
});

test('a head that drips is answered 408 at its limit, under one record; a connection that never asked is told nothing', async () => {
  const stage = await open({ limits: { headWithinMs: 500 } });
  const dripping = await stage.connect();
  dripping.write(`GET /open HTTP/1.1\r\n${host}`);
  const drip = setInterval(() => dripping.write('X-Drip: x\r\n'), 100);
  const silent = await stage.connect();
  const beganMs = performance.now();
  const [answers, nothing] = await Promise.all([answersOn(dripping), answersOn(silent)]);
  clearInterval(drip);
  expect(answers.map(({ status }) => status)).toEqual([408]);
  expect(nothing).toEqual([]);
  expect(codes(stage)).toEqual(['edge.request.head-too-slow']);
  expect(stage.edgeRecords[0]?.reference).toBe(answerHeader(answers[0], 'tempered-reference'));
  expect(performance.now() - beganMs).toBeLessThan(5_000);
});

test('a connection that never finishes its handshake is cut at the same limit', async () => {
  const stage = await open({ limits: { headWithinMs: 300 } });
  const { cut } = await hold(stage);
  expect(await cut).toBe(true);
  expect(codes(stage)).toEqual([]);
});

test('a body that drips ends at its limit, and nobody behind the edge has heard of it', async () => {
  const stage = await open({ limits: { bodyWithinMs: 300 } });
  const socket = await stage.connect();
  socket.write(`POST /issues HTTP/1.1\r\n${host}Content-Length: 100\r\n\r\n`);
  const drip = setInterval(() => socket.write('x'), 50);
  const answers = await answersOn(socket);
  clearInterval(drip);
  expect(answers.map(({ status }) => status)).toEqual([408]);
  expect(codes(stage)).toEqual(['edge.request.body-too-slow']);
  expect([stage.ingressRecords, stage.questions, stage.product]).toEqual([[], [], []]);
});

test('a body that breaks off is nobody’s request', async () => {
  const stage = await open({});
  const socket = await stage.connect();
  socket.end(`POST /issues HTTP/1.1\r\n${host}Content-Length: 100\r\n\r\nhalf`);
  await answersOn(socket);
  expect([stage.ingressRecords, stage.questions, stage.product]).toEqual([[], [], []]);
});

test('a connection is used up after a thousand requests', async () => {
  const stage = await open({});
  const socket = await stage.connect();
  const request = `GET /open HTTP/1.1\r\n${host}\r\n`;
  let text = '';
  socket.on('data', (part) => {
    text += part.toString('latin1');
  });
  const closed = new Promise((resolve) => void socket.once('close', resolve));
  socket.write(request.repeat(1_001));
  await closed;
  const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => status);
  expect(statuses.filter((status) => status === '200')).toHaveLength(1_000);
  expect(statuses.at(-1)).toBe('429');
  expect(codes(stage)).toEqual(['edge.request.connection-used-up']);
}, 30_000);

test('what cannot be read is answered after what was asked before it, and both are recorded', async () => {
  const gate = Promise.withResolvers<void>();
  const stage = await open({ product: (_request, response) => void gate.promise.then(() => response.end('first')) });
  const socket = await stage.connect();
  const answers = answersOn(socket);
  socket.write(`GET /open HTTP/1.1\r\n${host}\r\nnonsense\r\n\r\n`);
  gate.resolve();
  expect((await answers).map(({ status, body }) => [status, body.includes('first')])).toEqual([
    [200, true],
    [400, false],
  ]);
  expect(codes(stage)).toEqual(['edge.request.malformed']);
});

test('a tunnel is refused in words, and recorded', async () => {
  const stage = await open({});
  const answers = await stage.say(`CONNECT ${stageHost}:443 HTTP/1.1\r\n${host}\r\n`);
  expect(answers.map(({ status }) => status)).toEqual([405]);
  expect(codes(stage)).toEqual(['edge.request.tunnel-asked']);
});

const tooLarge = (headers = ''): string => `POST /issues HTTP/1.1\r\n${host}Content-Length: ${maxBodyBytes + 1}\r\n${headers}\r\n`;

test('a declared body beyond every row is refused before a byte of it is waited for', async () => {
  const stage = await open({});
  const [answer] = await stage.say(tooLarge(), { answers: 1 });
  expect([answer?.status, codes(stage)]).toEqual([413, ['edge.request.body-too-large']]);
  expect(answer?.body).toContain('What you sent is too large.');
});

test.each([
  ['whoever sends', ''],
  ['whoever asks first, and sends', 'Expect: 100-continue\r\n'],
])('%s all of a body that is too large reads why, and the connection ends in order', async (_name, headers) => {
  const stage = await open({});
  const socket = await stage.connect();
  const errors: Error[] = [];
  socket.on('error', (error) => errors.push(error));
  const ended = new Promise<void>((resolve) => void socket.once('end', resolve));
  const answers = answersOn(socket);
  socket.write(tooLarge(headers));
  socket.write(Buffer.alloc(maxBodyBytes + 1, 'x'));
  expect((await answers).map(({ status, body }) => [status, body.includes('What you sent is too large.')])).toEqual([[413, true]]);
  await ended;
  expect([errors, codes(stage), stage.ingressRecords]).toEqual([[], ['edge.request.body-too-large'], []]);
});

test('behind a body that is too large nothing is a request any more', async () => {
  const stage = await open({});
  const socket = await stage.connect();
  const answers = answersOn(socket);
  socket.write(tooLarge());
  socket.write(Buffer.concat([Buffer.alloc(maxBodyBytes + 1, 'x'), Buffer.from(`GET /open HTTP/1.1\r\n${host}\r\n`)]));
  expect((await answers).map(({ status }) => status)).toEqual([413]);
  expect([codes(stage), stage.ingressRecords, stage.product]).toEqual([['edge.request.body-too-large'], [], []]);
  // Not even looked at, as a later connection shows, of which the same observer hears.
  await stage.say(`GET /open-without-cookies HTTP/1.1\r\n${host}Connection: close\r\n\r\n`);
  const heard = new Set(stage.crossings.map(({ head }) => head.split('\r\n')[0]));
  expect([heard.has('GET /open-without-cookies'), heard.has('GET /open')]).toEqual([true, false]);
});

test('a body that is too large, and drips, is not waited for beyond the limit of bodies', async () => {
  const stage = await open({ limits: { bodyWithinMs: 300 } });
  const socket = await stage.connect();
  socket.write(tooLarge());
  const drip = setInterval(() => socket.write('x'), 50);
  const answers = await answersOn(socket);
  clearInterval(drip);
  expect([answers.map(({ status }) => status), codes(stage)]).toEqual([[413], ['edge.request.body-too-large']]);
});

test('of a body without measure no more is read than a bound', async () => {
  const stage = await open({});
  const socket = await stage.connect();
  const answers = answersOn(socket);
  socket.write(`POST /issues HTTP/1.1\r\n${host}Content-Length: ${10 ** 12}\r\n\r\n`);
  const part = Buffer.alloc(1_048_576, 'x');
  let sent = 0;
  const more = (): void => {
    while (!socket.destroyed && socket.write(part)) sent += part.length;
    sent += part.length;
    socket.once('drain', more);
  };
  more();
  expect((await answers).map(({ status }) => status)).toEqual([413]);
  expect(sent).toBeGreaterThan(maxBodyBytes);
  expect(sent).toBeLessThan(2 * maxRestBytes);
});

test('a body of a megabyte goes on whole where its row allows it, and nowhere else', async () => {
  const row = { host: stageHost, method: 'POST', to: 'tracker', access: 'session', calledCrossSite: true } as const;
  const stage = await open({
    routes: [
      { ...row, path: '/large', maxBodyBytes: 1_048_576 },
      { ...row, path: '/usual' },
    ],
  });
  const post = (path: string): string =>
    `POST ${path} HTTP/1.1\r\n${host}Connection: close\r\nAccept: text/html\r\nContent-Length: 1048576\r\n\r\n${'x'.repeat(1_048_576)}`;
  expect((await stage.say(post('/large')))[0]?.status).toBe(200);
  expect(stage.product[0]?.body.length).toBe(1_048_576);
  const [refused] = await stage.say(post('/usual'));
  expect([refused?.status, refused?.body.includes('What you sent is too large.')]).toEqual([413, true]);
});

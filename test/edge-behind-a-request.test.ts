/** What comes on a connection behind a request that is not answered yet, and connections of those who never read what they were told: raw bytes at the edge, which goes on for everybody else. */
import { once } from 'node:events';
import type { TLSSocket } from 'node:tls';
import { afterEach, expect, test, vi } from 'vitest';
import { maxBodyBytes } from '../system/kernel/body-limits.ts';
import { answersOn, openStage, type Stage, type StageOptions, stageHost } from './edge-stage.ts';

const stages: Stage[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});
async function open(options: StageOptions = {}): Promise<Stage> {
  const stage = await openStage(options);
  stages.push(stage);
  return stage;
}

const host = `Host: ${stageHost}\r\n`;
const upgrade = `GET /open HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\n\r\n`;
const isServed = async (stage: Stage): Promise<void> => {
  const answers = await stage.say(`GET /open HTTP/1.1\r\n${host}Connection: close\r\n\r\n`);
  expect(answers.map(({ status }) => status)).toEqual([200]);
};

/** Resolves with the answers when the connection is over. */
async function until(socket: TLSSocket, bytes: readonly (string | Buffer)[]): Promise<readonly number[]> {
  const answers = answersOn(socket);
  for (const part of bytes) socket.write(part);
  return (await answers).map(({ status }) => status);
}

test.each([
  ['a request', [`GET /open HTTP/1.1\r\n${host}\r\n${upgrade}`]],
  ['two requests', [`GET /open HTTP/1.1\r\n${host}\r\nGET /open HTTP/1.1\r\n${host}\r\n${upgrade}`]],
  ['a request for a web socket', [upgrade + upgrade]],
  [
    'a body that is too large',
    [
      `POST /issues HTTP/1.1\r\n${host}Content-Length: ${maxBodyBytes + 1}\r\n\r\n`,
      Buffer.concat([Buffer.alloc(maxBodyBytes + 1, 'x'), Buffer.from(upgrade)]),
    ],
  ],
] as const)('a web socket that is asked for behind %s ends that connection, and no other', async (_name, bytes) => {
  const stage = await open();
  const statuses = await until(await stage.connect(), bytes);
  expect(statuses).not.toContain(101);
  await isServed(stage);
});

test('a web socket that is asked for when everything before it was answered is judged as ever', async () => {
  const stage = await open();
  const socket = await stage.connect();
  socket.write(`GET /open HTTP/1.1\r\n${host}\r\n`);
  let read = '';
  while (!read.includes('echo of')) read += String((await once(socket, 'data'))[0]);
  const codes = (): readonly string[] => stage.ingressRecords.map(({ code }) => code);
  const statuses = await until(socket, [upgrade]);
  expect([statuses.length, codes().length]).toEqual([1, 1]);
  await isServed(stage);
});

test('whoever is refused a web socket holds no connection, whether they read the answer or not', async () => {
  const stage = await open({ limits: { connectionsOfPeer: 3 } });
  const deaf = await Promise.all([stage.connect(), stage.connect(), stage.connect()]);
  for (const socket of deaf) {
    socket.pause();
    socket.on('error', () => {});
    socket.write(upgrade);
  }
  await vi.waitFor(() => expect(stage.ingressRecords).toHaveLength(3), { timeout: 5_000 });
  await vi.waitFor(() => isServed(stage), { timeout: 5_000 });
  for (const socket of deaf) socket.destroy();
});

test('behind a refused request nothing is heard, however long its record takes', async () => {
  const { promise: written, resolve } = Promise.withResolvers<void>();
  let waits = Promise.resolve();
  const stage = await open({ edgeAuditWaits: () => waits });
  waits = written;
  const socket = await stage.connect();
  const answers = answersOn(socket);
  socket.write(
    `GET /open HTTP/1.1\r\n${host}Tempered-Peer: 127.16.0.5\r\n\r\nPOST /issues HTTP/1.1\r\n${host}Sec-Fetch-Site: same-origin\r\nOrigin: https://${stageHost}\r\nContent-Length: 3\r\n\r\na=b`,
  );
  // Another connection shows that the edge had all the time that it needs to read on.
  await isServed(stage);
  await isServed(stage);
  expect(stage.product.map(({ method }) => method)).toEqual(['GET', 'GET']);
  resolve();
  expect((await answers).map(({ status }) => status)).toEqual([400]);
  expect(stage.product.map(({ method }) => method)).toEqual(['GET', 'GET']);
});

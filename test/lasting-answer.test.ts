/** What breaks while somebody is spoken to ends that one connection, and nothing else (C-08, S12). */
import { createServer, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { OpenSocket } from '../system/kernel/answer.ts';
import { takeUp } from '../system/kernel/lasting-answer.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A server that takes every connection up, and what broke in it. */
async function speaking(open: OpenSocket) {
  const broken: unknown[] = [];
  const server = createServer();
  server.on('upgrade', (request, socket, head) => {
    const response = new ServerResponse(request);
    response.assignSocket(socket as Socket);
    takeUp(request, { socket, head, response }, { open, broke: (error) => broken.push(error) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => void server.close());
  const connected = async (): Promise<WebSocket> => {
    const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    ends.push(() => socket.terminate());
    await new Promise((resolve) => socket.once('open', resolve));
    return socket;
  };
  return { connected, broken };
}
const ended = (socket: WebSocket): Promise<number> => new Promise((resolve) => socket.once('close', resolve));

test('what breaks over what somebody says ends their web socket, is logged, and leaves the others', async () => {
  const over = Promise.withResolvers<void>();
  const { connected, broken } = await speaking((say) => ({
    heard: (text) => {
      if (text === 'break') throw new TypeError('the store is gone');
      say(`heard ${text}`);
    },
    ended: over.resolve,
  }));
  const [one, other] = [await connected(), await connected()];
  const closed = ended(one);
  one.send('break');
  expect(await closed).toBe(1011);
  expect(broken).toEqual([new TypeError('the store is gone')]);
  await over.promise;
  const answer = new Promise((resolve) => other.once('message', (data) => resolve(String(data))));
  other.send('more');
  expect(await answer).toBe('heard more');
});

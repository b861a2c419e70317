/** Follows what the system says for as long as it goes on: server-sent events, or a web socket, over one connection through the exit. */
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { WebSocket } from 'ws';
import { opening } from '../../network/opener.ts';
import type { Answer, Followed } from '../agent.ts';
import type { Channel, FollowKind } from '../channel.ts';
import { limits } from '../limits.ts';
import { noPage } from '../page.ts';
import { placeOf, referenceHeader, referenceIn } from '../trail.ts';
import { openTunnel, type Route, unreachable } from './tunnel.ts';

/** Headers are sent as they are, cookies and origin among them. */
export async function follow(
  route: Route,
  url: URL,
  { kind, headers }: { readonly kind: FollowKind; readonly headers: Readonly<Record<string, string>> },
): Promise<Followed> {
  const connecting = new AbortController();
  const late = setTimeout(() => connecting.abort(), limits.exchangeTimeoutMs);
  try {
    const socket = await openTunnel(route, url.hostname, connecting.signal);
    return await opening('harness:wire-user', () => (kind === 'stream' ? events : messages)({ socket, url, headers }));
  } catch (error) {
    const { symptom, message } = unreachable(error as Error, url.hostname);
    return { sight: { kind: 'fault', symptom, detail: message, trail: [] }, channel: undefined };
  } finally {
    clearTimeout(late);
  }
}

type Asking = { readonly socket: TLSSocket; readonly url: URL; readonly headers: Readonly<Record<string, string>> };

function events({ socket, url, headers }: Asking): Promise<Followed> {
  const { promise, resolve, reject } = Promise.withResolvers<Followed>();
  const asked = request({
    createConnection: () => socket,
    host: url.hostname,
    path: url.pathname,
    headers: { host: url.host, accept: 'text/event-stream', ...headers },
  });
  asked.on('error', reject);
  asked.on('response', (answer) => {
    const said = queue(() => socket.destroy());
    let text = '';
    answer.on('data', (part: Buffer) => {
      const blocks = (text + part.toString('utf8')).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) for (const line of block.split('\n')) if (line.startsWith('data: ')) said.put(line.slice(6));
    });
    answer.on('error', () => {});
    socket.once('close', said.end);
    resolve({ sight: seen(url, answer), channel: answer.statusCode === 200 ? { ...said.channel, say: () => {} } : undefined });
  });
  asked.end();
  return promise;
}

function messages({ socket, url, headers }: Asking): Promise<Followed> {
  const { promise, resolve, reject } = Promise.withResolvers<Followed>();
  const address = new URL(url);
  address.protocol = 'wss:';
  const { origin, ...rest } = headers;
  const client = new WebSocket(address, { createConnection: () => socket, headers: rest, ...(origin ? { origin } : {}) });
  const said = queue(() => client.terminate());
  client.on('message', (data) => said.put(data.toString()));
  client.on('error', reject);
  client.on('close', said.end);
  client.on('upgrade', (answer) => resolve({ sight: seen(url, answer), channel: { ...said.channel, say: (text) => client.send(text) } }));
  client.on('unexpected-response', (_request, answer) => {
    resolve({ sight: seen(url, answer), channel: undefined });
    socket.destroy();
  });
  return promise;
}

function seen(url: URL, { statusCode = 0, headers }: IncomingMessage): Answer {
  const reference = referenceIn([headers[referenceHeader]].flat()[0]);
  const trail = [{ place: placeOf(url), status: statusCode, reference }];
  return { kind: 'answer', url, status: statusCode, reference, trail, ...noPage };
}

/** Whoever asks waits for what comes next, or for the end, and no longer than the limit. */
function queue(close: () => void): { put(text: string): void; end(): void; readonly channel: Omit<Channel, 'say'> } {
  const waiting: string[] = [];
  const over = Promise.withResolvers<undefined>();
  let wake = Promise.withResolvers<undefined>();
  const within = (): Promise<undefined> =>
    new Promise((resolve) => void setTimeout(() => resolve(undefined), limits.followTimeoutMs).unref());
  return {
    put: (text) => {
      waiting.push(text);
      wake.resolve(undefined);
    },
    end: () => over.resolve(undefined),
    channel: {
      next: async () => {
        if (waiting.length === 0) {
          wake = Promise.withResolvers<undefined>();
          await Promise.race([wake.promise, over.promise, within()]);
        }
        return waiting.shift();
      },
      ended: () => Promise.race([over.promise.then(() => true), within().then(() => false)]),
      close,
    },
  };
}

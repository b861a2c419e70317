/** One TLS connection to a host through a network's exit, kept for several requests: what an observer would use who times answers. */
import { Agent, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { openTunnel, type Route } from '../harness/actors/wire/tunnel.ts';

export type Asked = { readonly method: 'GET' | 'POST'; readonly url: URL; readonly headers?: OutgoingHttpHeaders; readonly body?: string };
/** `tookMs`: from handing over the request's last byte to reading the answer's. */
export type Answered = {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly tookMs: number;
};
export type KeptConnection = { ask(asked: Asked): Promise<Answered>; close(): void };

const timeoutMs = 30_000;

class AgentOfOne extends Agent {
  readonly #socket: TLSSocket;
  constructor(socket: TLSSocket) {
    super({ keepAlive: true, maxSockets: 1 });
    this.#socket = socket;
  }
  override createConnection(): TLSSocket {
    return this.#socket;
  }
}

type Open = { readonly socket: TLSSocket; readonly agent: Agent; usedAt: number };
/** Well below the time after which a listener of ours closes an idle connection, 5 s: a request is never sent on one that is just being closed. */
const idleLimitMs = 2_000;

/** Opened at the first request, and anew after it was idle for 2 s. One request at a time. */
export function keptConnection(route: Route): KeptConnection {
  let open: Open | undefined;
  const live = async (host: string): Promise<Agent> => {
    if (!open || open.socket.destroyed || performance.now() - open.usedAt > idleLimitMs) {
      open?.agent.destroy();
      open?.socket.destroy();
      const socket = await tunnelTo(route, host);
      open = { socket, agent: new AgentOfOne(socket), usedAt: 0 };
    }
    return open.agent;
  };
  return {
    ask: async (asked) => {
      const answered = await exchange(asked, await live(asked.url.hostname));
      if (open) open.usedAt = performance.now();
      return answered;
    },
    close: () => {
      open?.agent.destroy();
      open?.socket.destroy();
    },
  };
}

/** The signal of a tunnel ends it also after it was opened, so it is taken back when the tunnel stands. */
async function tunnelTo(route: Route, host: string): Promise<TLSSocket> {
  const givingUp = new AbortController();
  const late = setTimeout(() => givingUp.abort(), timeoutMs);
  try {
    return await openTunnel(route, host, givingUp.signal);
  } finally {
    clearTimeout(late);
  }
}

function exchange({ method, url, headers = {}, body }: Asked, agent: Agent): Promise<Answered> {
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const sent = request({
    agent,
    method,
    host: url.hostname,
    path: url.pathname + url.search,
    headers: { host: url.host, ...headers, ...length },
    signal: AbortSignal.timeout(timeoutMs),
  });
  let startedAt = 0;
  sent.on('error', reject);
  sent.on('response', (answer) => {
    const parts: Buffer[] = [];
    answer.on('error', reject);
    answer.on('data', (part: Buffer) => void parts.push(part));
    answer.on('end', () =>
      resolve({
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        body: Buffer.concat(parts).toString('utf8'),
        tookMs: performance.now() - startedAt,
      }),
    );
  });
  startedAt = performance.now();
  sent.end(body);
  return promise;
}

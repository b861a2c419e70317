/** One HTTP exchange with the identity provider on loopback, past the fault proxy, on a connection of its own. */
import { type IncomingMessage, request } from 'node:http';
import { opening } from '../../network/opener.ts';

export type Upstream = { readonly host: string; readonly port: number };

export type LoopbackRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole exchange, connection included. */
  readonly timeoutMs?: number;
};
export type LoopbackAnswer = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly text: string };

const defaultTimeoutMs = 20_000;

/** Sends and reads the whole answer. No connection is kept, so a restarted server is never asked on a dead one. Rejects on a broken connection or when the time is over. */
export function loopbackRequest(upstream: Upstream, asked: LoopbackRequest): Promise<LoopbackAnswer> {
  return opening('harness:admin-client', () => exchange(upstream, asked));
}

function exchange(
  upstream: Upstream,
  { method, path, headers, body, timeoutMs = defaultTimeoutMs }: LoopbackRequest,
): Promise<LoopbackAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: upstream.host,
        port: upstream.port,
        method,
        path,
        headers: { ...headers },
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text: Buffer.concat(chunks).toString('utf8') }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

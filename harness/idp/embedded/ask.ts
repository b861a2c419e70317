/** One HTTP exchange with the embedded identity provider, past the fault proxy, on a connection of its own. */
import { request } from 'node:http';
import { opening } from '../../network/opener.ts';

export type Upstream = { readonly host: string; readonly port: number };
export type Answer = { readonly status: number; readonly body: string };
type Question = {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs?: number;
};

/** Rejects when nothing answers in `timeoutMs` (default 5 s), connection included. */
export function ask(upstream: Upstream, path: string, question: Question = {}): Promise<Answer> {
  return opening('harness:idp-admin', () => exchange(upstream, path, question));
}

function exchange(
  { host, port }: Upstream,
  path: string,
  { method = 'GET', headers = {}, body = '', timeoutMs = 5_000 }: Question,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const outgoing = request({ host, port, path, method, headers, agent: false, signal }, async (incoming) => {
      try {
        const parts: Buffer[] = [];
        for await (const part of incoming as AsyncIterable<Buffer>) parts.push(part);
        resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') });
      } catch (problem) {
        reject(problem);
      }
    });
    outgoing.on('error', reject).end(body);
  });
}

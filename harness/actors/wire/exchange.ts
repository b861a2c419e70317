/** One HTTP request and its whole answer. */
import type { IncomingMessage } from 'node:http';
import { type Agent, request } from 'node:https';
import { opening } from '../../network/opener.ts';
import { limits, maxPageBytes } from '../limits.ts';
import { Unreachable, unreachable } from './tunnel.ts';

export type WireRequest = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
};
export type WireResponse = {
  readonly status: number;
  /** Joined by `, ` where a name occurs more than once. */
  header(name: string): string | undefined;
  readonly setCookies: readonly string[];
  /** All of them, joined likewise. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Sends and reads to the end within `exchangeTimeoutMs`. Rejects with `Unreachable`. A question that changes nothing, and that a connection which was kept loses before a word of its answer came, is asked again on the next one; what a fresh connection loses is told (RFC 9110 §9.2.2, RFC 9112 §9.3.1). */
export async function exchange(connections: Agent, asked: WireRequest): Promise<WireResponse> {
  const { url } = asked;
  if (url.protocol !== 'https:' || url.port !== '')
    throw new Unreachable('other', `${url.protocol}//${url.host} is not an address of a world`);
  const signal = AbortSignal.timeout(limits.exchangeTimeoutMs);
  try {
    for (;;) {
      const answered = await answer(connections, asked, signal);
      if (answered === 'lost') continue;
      return { ...answered, body: await wholeBody(answered.message) };
    }
  } catch (error) {
    if (signal.aborted) throw new Unreachable('timed-out', `${url.hostname} did not answer within ${limits.exchangeTimeoutMs / 1000} s`);
    throw unreachable(error as Error, url.hostname);
  }
}

type Answered = Omit<WireResponse, 'body'> & { readonly message: IncomingMessage };

function answer(connections: Agent, { method, url, headers, body }: WireRequest, signal: AbortSignal): Promise<Answered | 'lost'> {
  const { promise, resolve, reject } = Promise.withResolvers<Answered | 'lost'>();
  const length: Record<string, string> = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const sent = opening('harness:wire-user', () =>
    request({
      agent: connections,
      method,
      host: url.hostname,
      path: url.pathname + url.search,
      headers: { host: url.host, ...headers, ...length },
      signal,
    }),
  );
  sent.on('response', (message) =>
    resolve({
      status: message.statusCode ?? 0,
      header: (name) =>
        [message.headers[name]]
          .flat()
          .filter((each) => each !== undefined)
          .join(', ') || undefined,
      setCookies: message.headers['set-cookie'] ?? [],
      headers: Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')])),
      message,
    }),
  );
  sent.on('error', (error: NodeJS.ErrnoException) =>
    sent.reusedSocket && mayBeRepeated.has(method) && hungUp.has(error.code ?? '') ? resolve('lost') : reject(error),
  );
  sent.end(body);
  return promise;
}

/** Of the idempotent methods those that these hands use. */
const mayBeRepeated = new Set(['GET', 'HEAD']);
const hungUp = new Set(['ECONNRESET', 'EPIPE']);

async function wholeBody(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > maxPageBytes) throw new Unreachable('other', `a page of more than ${maxPageBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

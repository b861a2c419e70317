/** Lets an observer hear one exchange in plaintext at a listener: the request as it came, the answer as it leaves. Does nothing without an observer. */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { maxBodyBytes } from './body-limits.ts';
import type { Clock, Observer } from './ports.ts';

/** `outside` is the peer's address, `zone` the listener's own zone, `reference` the exchange's own. */
type SeenBy = {
  readonly observer: Observer | undefined;
  readonly clock: Clock;
  readonly outside: string;
  readonly zone: string;
  readonly reference?: string;
};

const ofExchange = (reference: string | undefined) => ({ channel: 'https', ...(reference === undefined ? {} : { reference }) });

/** Hears both directions; each is told when it is over. */
export function observed(exchange: { readonly request: IncomingMessage; readonly response: ServerResponse }, seenBy: SeenBy): void {
  const { observer, clock, outside, zone, reference } = seenBy;
  if (!observer) return;
  const { request, response } = exchange;
  const common = ofExchange(reference);
  const incoming = collector();
  request.on('data', incoming.add);
  request.once('close', () =>
    observer.heard({ ...common, from: outside, to: zone, atMs: clock.now(), head: requestHead(request), body: incoming.all() }),
  );
  const outgoing = collector();
  const heard =
    (send: (...said: unknown[]) => unknown) =>
    (...said: unknown[]): unknown => {
      outgoing.add(said[0]);
      return Reflect.apply(send, response, said);
    };
  response.write = heard(response.write as never) as typeof response.write;
  response.end = heard(response.end as never) as typeof response.end;
  // Headers that are given to writeHead never appear in getHeaders: both are heard.
  let written: OutgoingHttpHeaders = {};
  const writeHead = response.writeHead.bind(response) as (status: number, headers?: OutgoingHttpHeaders) => ServerResponse;
  response.writeHead = ((status: number, headers: OutgoingHttpHeaders = {}) => {
    written = headers;
    return writeHead(status, headers);
  }) as typeof response.writeHead;
  response.once('close', () => {
    const head = answerHead(response.statusCode, { ...response.getHeaders(), ...written });
    observer.heard({ ...common, from: zone, to: outside, atMs: clock.now(), head, body: outgoing.all() });
  });
}

export type HeardSocket = { near(bytes: Uint8Array): void; far(bytes: Uint8Array): void; over(): void };

/** The same for a connection that became a web socket: both directions, told when it is over. What a visitor says is masked (RFC 6455 §5.3); what a visitor is told is plain. */
export function observedSocket(request: IncomingMessage, { observer, clock, outside, zone, reference }: SeenBy): HeardSocket | undefined {
  if (!observer) return undefined;
  const [said, told] = [collector(), collector()];
  const line = `${request.method} ${request.url} (web socket)`;
  const common = ofExchange(reference);
  return {
    near: said.add,
    far: told.add,
    over: () => {
      observer.heard({ ...common, from: outside, to: zone, atMs: clock.now(), head: line, body: said.all() });
      observer.heard({ ...common, from: zone, to: outside, atMs: clock.now(), head: line, body: told.all() });
    },
  };
}

function collector() {
  const parts: Uint8Array[] = [];
  let size = 0;
  return {
    add: (chunk: unknown): void => {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk instanceof Uint8Array ? chunk : undefined;
      if (!bytes || size > maxBodyBytes) return;
      size += bytes.length;
      parts.push(Uint8Array.from(bytes));
    },
    all: (): Uint8Array => Buffer.concat(parts),
  };
}

function requestHead({ method, url, rawHeaders }: IncomingMessage): string {
  const lines = [`${method} ${url}`];
  for (let index = 0; index < rawHeaders.length; index += 2) lines.push(`${rawHeaders[index]}: ${rawHeaders[index + 1]}`);
  return lines.join('\r\n');
}

const answerHead = (status: number, headers: OutgoingHttpHeaders): string =>
  [String(status), ...Object.entries(headers).flatMap(([name, value]) => [value].flat().map((each) => `${name}: ${each}`))].join('\r\n');

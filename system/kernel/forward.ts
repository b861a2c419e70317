/** Hands a request on over a hop and streams the answer back: what the edge and the ingress do with what they let through. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { Hop } from './hop.ts';
import { forwardable } from './internal-headers.ts';

export type Forwarding = {
  readonly hop: Hop;
  /** Internal headers that this hop vouches for. */
  readonly internal: Readonly<Record<string, string>>;
  /** Set on the answer, over whatever came from behind. */
  readonly onAnswer: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
};

/** Resolves true when an answer was relayed, false when the other side gave none (nothing was written then). */
export function forward(
  request: IncomingMessage,
  response: ServerResponse,
  { hop, internal, onAnswer, timeoutMs }: Forwarding,
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const onward = hop.open({ method: request.method ?? 'GET', path: request.url ?? '/', headers: { ...forwardable(request), ...internal } });
  onward.setTimeout(timeoutMs, () => onward.destroy(new Error('no answer in time')));
  onward.on('error', () => {
    if (!response.headersSent) return resolve(false);
    response.destroy();
    resolve(true);
  });
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, { ...forwardable(answer), ...onAnswer });
    pipeline(answer, response, () => resolve(true));
  });
  if (hasBody(request)) pipeline(request, onward, () => {});
  else onward.end();
  return promise;
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Hands a request on over a hop and streams the answer back: what the edge and the ingress do with what they let through. Threats: a body that the next hop reads as a request of its own (RFC 9112 §11.2), and an exchange that drips along for ever. */
import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { type Hop, HopFailure } from './hop.ts';
import { forwardable, internalHeaders } from './internal-headers.ts';
import type { HeardSocket } from './observed.ts';

export type Forwarding = {
  readonly hop: Hop;
  /** Internal headers that this hop vouches for. */
  readonly internal: Readonly<Record<string, string>>;
  /** Set on the answer, over whatever came from behind. */
  readonly onAnswer: Readonly<Record<string, string>>;
  /** Headers of the answer that are not passed back. */
  readonly withoutOnAnswer?: readonly string[];
  readonly limits: ForwardLimits;
  /** The target that was decided on, when another one than the request's own bytes was. */
  readonly path?: string;
  /** The other side is one of ours that may say of an answer that it lasts (`internalHeaders.lasts`): the limit of the whole is then off. */
  readonly mayLast?: true;
  /** Hears what crosses once the connection has become a web socket. */
  readonly heard?: HeardSocket | undefined;
  /** The body, where it was read already. */
  readonly body?: Readable;
};

/** Limits of one exchange, in real time: a peer that drips along is no matter of the system's clock. */
export type ForwardLimits = {
  /** Without a byte from the other side. */
  readonly silenceMs: number;
  /** From the request's arrival until the head of its answer is there, interim answers (RFC 9110 §15.2) not counted. */
  readonly headWithinMs: number;
  /** From the request's arrival until its answer has gone out whole. Left out: an answer may stream for as long as it is not silent. */
  readonly wholeWithinMs?: number;
};

/** Why the other side gave no answer, of which nothing was written then; `undefined` when one was relayed, or nobody is left to hear it. */
export type NotRelayed = Error | undefined;

export function forward(request: IncomingMessage, response: ServerResponse, forwarding: Forwarding): Promise<NotRelayed> {
  const { hop, internal, limits, path } = forwarding;
  const { promise, resolve } = Promise.withResolvers<NotRelayed>();
  if (response.destroyed) return Promise.resolve(undefined);
  const headers = { ...forwardable(request), ...framing(request), ...internal };
  const onward = hop.open({ method: request.method ?? 'GET', path: path ?? request.url ?? '/', headers });
  onward.setTimeout(limits.silenceMs, () => onward.destroy(new HopFailure('no answer in time')));
  const endLimits = limitExchange(onward, response, limits);
  if (forwarding.mayLast) onward.once('response', ({ headers: said }) => said[internalHeaders.lasts] === '1' && endLimits());
  response.once('close', () => {
    endLimits();
    resolve(undefined);
    onward.destroy();
  });
  onward.on('error', (error) => {
    if (!response.headersSent) return resolve(error);
    response.destroy();
  });
  onward.on('response', (answer) => relay(answer, response, forwarding));
  if (hasBody(request)) {
    // The head goes at once: the other side judges it, and waits for no body that it would refuse.
    onward.flushHeaders();
    (forwarding.body ?? request).pipe(onward);
  } else onward.end();
  return promise;
}

/** Ends the exchange when a limit of its whole passes; the function it returns takes the limits away. */
function limitExchange(onward: ClientRequest, response: ServerResponse, { headWithinMs, wholeWithinMs }: ForwardLimits): () => void {
  const head = setTimeout(() => onward.destroy(new HopFailure('no head of an answer in time')), headWithinMs);
  onward.once('response', () => clearTimeout(head));
  const whole =
    wholeWithinMs === undefined
      ? undefined
      : setTimeout(() => {
          onward.destroy(new HopFailure('no whole answer in time'));
          if (response.headersSent) response.destroy();
        }, wholeWithinMs);
  return () => {
    clearTimeout(head);
    clearTimeout(whole);
  };
}

function relay(answer: IncomingMessage, response: ServerResponse, { onAnswer, withoutOnAnswer = [] }: Forwarding): void {
  if (response.destroyed) return void answer.destroy();
  const headers = Object.entries(forwardable(answer)).filter(([name]) => !withoutOnAnswer.includes(name));
  // RFC 9110 §15.5.22: 426 says to what, and every hop says it for itself.
  const upgrade = answer.statusCode === 426 ? { upgrade: 'websocket', connection: 'Upgrade' } : {};
  response.writeHead(answer.statusCode ?? 502, { ...Object.fromEntries(headers), ...upgrade, ...onAnswer });
  // A stream that says nothing yet has begun all the same.
  response.flushHeaders();
  pipeline(answer, response, () => {});
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Says anew how long the body is, whatever `Connection` lists: Node sends the body of a GET without a length as it is, and its bytes would be the next request. */
function framing({ headers }: IncomingMessage): Record<string, string> {
  if (headers['transfer-encoding'] !== undefined) return { 'transfer-encoding': 'chunked' };
  return headers['content-length'] === undefined ? {} : { 'content-length': headers['content-length'] };
}

/** Lets the tap hear what passes the fault proxy, request and response, each as one crossing with its whole body. */
import type { IncomingMessage } from 'node:http';
import type { Observer } from '../../system/kernel/ports.ts';
import type { IdpAnswer } from './rewriting/idp-answer.ts';

/** Called with the request at once, then with the response: as it comes, or whole where it was changed. */
export type ExchangeTap = (request: IncomingMessage) => HearsAnswer;
export type HearsAnswer = { coming(response: IncomingMessage): void; whole(response: IdpAnswer): void };
const deaf: HearsAnswer = { coming: () => {}, whole: () => {} };

/** `zoneOf` says which zone a source address belongs to. Without an observer nothing is kept. */
export function exchangeTap(observer: Observer | undefined, zoneOf: (sourceAddress: string) => string, now: () => number): ExchangeTap {
  if (!observer) return () => deaf;
  return (request) => {
    const outside = zoneOf(request.socket.remoteAddress ?? '');
    const lineOf = (status: number | undefined): string => `${status} ${request.method} ${request.url?.split('?', 1)[0]}`;
    const hear = (from: string, to: string, head: string, body: Uint8Array): void =>
      observer.heard({ from, to, channel: 'https', atMs: now(), head, body });
    collect(request, (body) => hear(outside, 'customer', headOf(`${request.method} ${request.url}`, request.rawHeaders), body));
    return {
      coming: (response) =>
        collect(response, (body) => hear('customer', outside, headOf(lineOf(response.statusCode), response.rawHeaders), body)),
      whole: ({ status, fields, body }) => hear('customer', outside, headOf(lineOf(status), fields.flat()), Buffer.from(body)),
    };
  };
}

/** Reports what came even when the message broke off: those bytes crossed, too. */
function collect(message: IncomingMessage, done: (body: Uint8Array) => void): void {
  const parts: Buffer[] = [];
  message.on('data', (part: Buffer) => parts.push(part));
  message.once('close', () => done(Buffer.concat(parts)));
}

function headOf(line: string, rawHeaders: readonly string[]): string {
  const lines = [line];
  for (let index = 0; index < rawHeaders.length; index += 2) lines.push(`${rawHeaders[index]}: ${rawHeaders[index + 1]}`);
  return lines.join('\r\n');
}

/** Lets the tap hear what passes the fault proxy, request and response, each as one crossing with its whole body. */
import type { IncomingMessage } from 'node:http';
import type { Observer } from '../../system/kernel/ports.ts';

/** Called with the request at once, then with the response. */
export type ExchangeTap = (request: IncomingMessage) => (response: IncomingMessage) => void;

/** `zoneOf` says which zone a source address belongs to. Without an observer nothing is kept. */
export function exchangeTap(observer: Observer | undefined, zoneOf: (sourceAddress: string) => string, now: () => number): ExchangeTap {
  if (!observer) return () => () => {};
  return (request) => {
    const outside = zoneOf(request.socket.remoteAddress ?? '');
    const heard = (message: IncomingMessage, from: string, to: string, line: string): void =>
      collect(message, (body) => observer.heard({ from, to, channel: 'https', atMs: now(), head: headOf(line, message.rawHeaders), body }));
    heard(request, outside, 'customer', `${request.method} ${request.url}`);
    return (response) => heard(response, 'customer', outside, `${response.statusCode} ${request.method} ${request.url?.split('?', 1)[0]}`);
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

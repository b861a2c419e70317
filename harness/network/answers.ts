/** What an intermediary of the harness answers: with nothing of its own but a status, or what it was answered itself. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { endToEnd, type Field } from './fields.ts';

/** An answer of its own, with an empty body. */
export function answerEmpty(response: ServerResponse, status: number, fields: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-length': 0, ...fields }).end();
}

/** The answer as it comes, streaming; with `more`, about this hop. Breaks off where it breaks off. */
export function passOn(answer: IncomingMessage, response: ServerResponse, more: readonly Field[] = []): void {
  response.writeHead(answer.statusCode ?? 502, answer.statusMessage ?? '', [...endToEnd(answer.rawHeaders), ...more].flat());
  answer.once('error', () => response.destroy());
  answer.pipe(response);
}

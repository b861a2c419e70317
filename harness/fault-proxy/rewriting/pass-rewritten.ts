/** Takes an answer of the identity provider whole, has it changed, and sends it on: what the tap hears is what was sent. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Field, fieldOf, withField } from '../../network/fields.ts';
import type { IdpAnswer } from './idp-answer.ts';
import type { Rewriter } from './rewriters.ts';

const maxBytes = 1024 * 1024;

/** Why an answer cannot be changed: it is too long, packed, or broken off. */
class CannotRewrite extends Error {
  override readonly name = 'CannotRewrite';
}

type Passing = {
  readonly answer: IncomingMessage;
  /** Its end-to-end fields. */
  readonly fields: readonly Field[];
  readonly response: ServerResponse;
  /** Called with what is sent, before it is. */
  heard(sent: IdpAnswer): void;
  /** Called when it was changed. */
  changed(): void;
};

/** Rejects with `CannotRewrite`, or with what the rewriter threw; nothing is sent then. */
export async function passRewritten(rewriter: Rewriter, { answer, fields, response, heard, changed }: Passing): Promise<void> {
  const came = { status: answer.statusCode ?? 502, fields, body: await wholeText(answer, fields) };
  const rewritten = rewriter.rewrite(came);
  if (rewritten && rewriter.heldMs) await heldBack(response, rewriter.heldMs);
  const { status, body, fields: kept } = rewritten ?? came;
  const sent = { status, body, fields: withField(kept, 'Content-Length', String(Buffer.byteLength(body))) };
  heard(sent);
  if (rewritten) changed();
  response.writeHead(status, sent.fields.flat()).end(body);
}

/** Rejects when the client has left before the time is up. */
function heldBack(response: ServerResponse, ms: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  response.once('close', () => {
    clearTimeout(timer);
    reject(new CannotRewrite('an answer that nobody waits for any more'));
  });
  return promise;
}

async function wholeText(answer: IncomingMessage, fields: readonly Field[]): Promise<string> {
  const packed = fieldOf(fields, 'content-encoding') ?? 'identity';
  if (packed !== 'identity') throw new CannotRewrite(`an answer that is packed as ${packed}`);
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > maxBytes) throw new CannotRewrite(`an answer of more than ${maxBytes} bytes`);
    parts.push(part);
  }
  if (!answer.complete) throw new CannotRewrite('an answer that broke off');
  return Buffer.concat(parts).toString('utf8');
}

/** Reads a submitted form, of the size that honest ones have. */
import type { IncomingMessage } from 'node:http';

/** A SAML message is the largest honest field. */
const maxFormBytes = 64 * 1024;

/** Undefined when the form is larger than any honest one. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.byteLength;
    if (bytes > maxFormBytes) return undefined;
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}

/** Waits for the whole body of a request before anything of it goes on, so that whoever sends slowly keeps nobody busy but the edge; and reads past the rest of one that was refused. RFC 9112 §6.2, §9.6. Threat: a body without end (CWE-770). */
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { maxBodyBytes } from '../kernel/body-limits.ts';
import { boundedBytes } from '../kernel/bounded-bytes.ts';

export type WholeBody = { readonly came: 'whole'; readonly body: Readable } | { readonly came: 'too-late' | 'broken' };

/** Of declared length: one in chunks is refused inside, and is not waited for. The length was judged before. */
export async function wholeBody(request: IncomingMessage, withinMs: number): Promise<WholeBody> {
  const { promise: late, resolve } = Promise.withResolvers<WholeBody>();
  const timer = setTimeout(() => resolve({ came: 'too-late' }), withinMs);
  try {
    return await Promise.race([read(request), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function read(request: IncomingMessage): Promise<WholeBody> {
  try {
    return { came: 'whole', body: Readable.from([await boundedBytes(request, maxBodyBytes)]) };
  } catch {
    return { came: 'broken' };
  }
}

/** A mistaken choice of file is within it; whoever sends more learns no more than that the connection broke. */
export const maxRestBytes = 64 * 1_024 * 1_024;
/** Whoever sends nothing for so long has read the answer, or never will. */
const silenceMs = 1_000;

/**
 * Whoever still sends a refused body when the connection closes is cut off, and never reads the answer: so it is read on, and nothing of it kept.
 * Resolves when the body has ended or broken off, when more than the bound came, after a silence, or after `withinMs`.
 * Whoever asked first whether to send it (RFC 9110 §10.1.1) is no exception: Node has told them to before anybody judged.
 */
export function restOf(request: IncomingMessage, withinMs: number): Promise<void> {
  if (request.destroyed) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  let bytes = 0;
  const whole = setTimeout(resolve, withinMs);
  const silence = setTimeout(resolve, Math.min(silenceMs, withinMs));
  const passOver = (part: Buffer): void => {
    bytes += part.length;
    silence.refresh();
    if (bytes > maxRestBytes) resolve();
  };
  request.on('data', passOver);
  for (const over of ['end', 'close', 'error']) request.once(over, resolve);
  return promise.finally(() => {
    request.off('data', passOver);
    clearTimeout(whole);
    clearTimeout(silence);
  });
}

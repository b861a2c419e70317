/** Waits for the whole body of a request before anything of it goes on: whoever sends slowly keeps nobody busy but the edge. RFC 9112 §6.2. */
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { boundedBytes } from '../kernel/bounded-bytes.ts';
import { maxBodyBytes } from './request/rules.ts';

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

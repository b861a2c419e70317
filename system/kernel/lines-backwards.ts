/** Reads a file of lines from its end, a bounded part of it at a time: however long a log has become. */
import type { FileHandle } from 'node:fs/promises';

const chunkBytes = 64 * 1024;

/** Whole lines before `from`, the last one first. What stands behind the last line end is being written. */
export async function* linesBackwards(
  handle: FileHandle,
  from: number,
): AsyncGenerator<{ readonly text: string; readonly startsAt: number }> {
  let at = from;
  let held = Buffer.alloc(0);
  let whole = false;
  while (at > 0) {
    const length = Math.min(chunkBytes, at);
    at -= length;
    const chunk = Buffer.alloc(length);
    await handle.read(chunk, 0, length, at);
    held = Buffer.concat([chunk, held]);
    for (let end = held.lastIndexOf(10); end >= 0; end = held.lastIndexOf(10)) {
      if (whole) yield { text: held.toString('utf8', end + 1), startsAt: at + end + 1 };
      whole = true;
      held = held.subarray(0, end);
    }
  }
  if (whole && held.length > 0) yield { text: held.toString('utf8'), startsAt: 0 };
}

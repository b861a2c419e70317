/** Puts one file in its place, whole or not at all. */
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/**
 * Under a temporary name, to disk, then renamed: a crash or a full disk leaves the old file or none, never half of one. Rejects with the system's error.
 * `mode`, when given, is that of the finished file, whatever stood there before.
 */
export async function writeWholeFile(path: string, content: string | Uint8Array, { mode }: { readonly mode?: number } = {}): Promise<void> {
  const draft = join(dirname(resolve(path)), `.tempered-${randomUUID()}`);
  try {
    const file = await open(draft, 'wx', mode);
    try {
      if (mode !== undefined) await file.chmod(mode);
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
}

/** The JSON document of a world, on disk as long as the world is there: it holds passwords and private keys, and describes nothing afterwards (S26). */
import { readFile, rm } from 'node:fs/promises';
import { writeWhole } from '../write-whole.ts';

/** Written for its owner only. The returned function removes it, unless somebody wrote another one there meanwhile. Rejects as `writeWhole` does. */
export async function writtenUntilTheEnd(path: string, text: string): Promise<() => Promise<void>> {
  await writeWhole(path, text, { kind: 'tempered-up', mode: 0o600 });
  return async () => {
    const there = await readFile(path, 'utf8').catch(() => undefined);
    if (there === text) await rm(path, { force: true });
  };
}

/** Makes a folder and what is missing above it, one after the other: Node's own recursive way never ends where a file system takes no folder (`/proc`). */
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { diskProblem } from './disk-problem.ts';

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (there) => there.isDirectory(),
    () => false,
  );

/** Resolves when the folder is there; `path` is absolute. Rejects with the system's error about the first one that cannot be made. */
export async function madeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) await madeFolder(above);
  await mkdir(path).catch(async (cause: unknown) => {
    const madeMeanwhile = diskProblem(cause).code === 'EEXIST' && (await isFolder(path));
    if (!madeMeanwhile) throw cause;
  });
}

/** `results/latest` leads to the newest run: a symbolic link, or a one-line text file where links are not allowed. */
import { randomUUID } from 'node:crypto';
import { lstat, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { diskProblem } from './disk-problem.ts';
import { writeWholeFile } from './whole-file.ts';

export type Pointed = { readonly path: string } | { readonly trouble: string };

/** What a pointer file of ours looks like: the name of a run's folder, and nothing else. */
const pointerText = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z-\d+(?:-\d+)?\n$/;

/** A link may be replaced, whether it leads anywhere or not; so may our own text file. Anything else is somebody's. */
async function inTheWay(path: string): Promise<string | undefined> {
  const there = await lstat(path).catch(() => undefined);
  if (there === undefined || there.isSymbolicLink()) return undefined;
  if (there.isFile() && there.size < 200 && pointerText.test(await readFile(path, 'utf8'))) return undefined;
  return there.isDirectory() ? 'a folder' : 'a file';
}

async function linked(path: string, name: string, link: typeof symlink): Promise<void> {
  const draft = `${path}.partial-${randomUUID()}`;
  try {
    await link(name, draft, 'dir');
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
}

/** Makes `latest` in `root` lead to `folder`, which lies in `root`, in one step. Never rejects: the report is where it is, whatever becomes of the shortcut. */
export async function pointLatest(
  root: string,
  folder: string,
  { link = symlink }: { readonly link?: typeof symlink } = {},
): Promise<Pointed> {
  const path = join(root, 'latest');
  const name = basename(folder);
  try {
    const obstacle = await inTheWay(path);
    if (obstacle !== undefined)
      return { trouble: `${path} is ${obstacle} of its own and was left alone; move it away, and the next run puts its shortcut there.` };
    await linked(path, name, link).catch(async (cause: unknown) => {
      if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(diskProblem(cause).code)) throw cause;
      await writeWholeFile(path, `${name}\n`);
    });
    return { path };
  } catch (cause) {
    return { trouble: `${path} could not be renewed: ${diskProblem(cause).words}.` };
  }
}

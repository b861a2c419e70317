/** Writes a file that somebody named on the command line: whole or not at all, and never through a link or over something that is not a file. */
import { randomUUID } from 'node:crypto';
import { lstat, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { diskProblem, writeWholeFile } from '../results-folder/index.ts';
import { UsageError } from './usage-error.ts';

/** The disk did not take it. The message names the path and the reason. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten';
}

/** Asked before the work begins, so that nobody waits for a file that cannot be written. Rejects with `UsageError`. */
export async function mayBeWritten(path: string): Promise<void> {
  await isFileOrFree(path);
  await takesFiles(dirname(resolve(path)));
}

async function isFileOrFree(path: string): Promise<void> {
  const there = await lstat(path).catch(() => undefined);
  if (there?.isSymbolicLink()) throw new UsageError(`${path} is a symbolic link; name the file itself`);
  if (there?.isDirectory()) throw new UsageError(`${path} is a folder; name a file in it`);
  if (there && !there.isFile()) throw new UsageError(`${path} is not a plain file`);
  const folder = await lstat(dirname(resolve(path))).catch(() => undefined);
  if (!folder) throw new UsageError(`the folder of ${path} does not exist`);
}

/** Tried, because permissions alone do not tell: some file systems (`/proc`) take no file from anybody. */
async function takesFiles(folder: string): Promise<void> {
  const probe = join(folder, `.probe-${randomUUID()}`);
  try {
    await writeFile(probe, 'x', { flag: 'wx' });
    await rm(probe);
  } catch (cause) {
    throw new UsageError(`no file can be written in ${folder}: ${diskProblem(cause).words}`);
  }
}

/** `mode` is that of the finished file, whatever stood there before. Rejects with `UsageError` for what stands there, or `NotWritten`; what stood there is then still there. */
export async function writeWhole(path: string, text: string, mode: number): Promise<void> {
  await isFileOrFree(path);
  await writeWholeFile(path, text, { mode }).catch((cause: unknown) => {
    throw new NotWritten(`${path} could not be written: ${diskProblem(cause).words}`, { cause });
  });
}

/** Writes a file that somebody named on the command line: whole or not at all, and never through a link or over something that is not a file. */
import { lstat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { writeWholeFile } from '../results-folder/index.ts';
import { UsageError } from './usage-error.ts';

/** The disk did not take it. The message names the path and the reason. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten';
}

/** Asked before the work begins, so that nobody waits for a file that cannot be written. Rejects with `UsageError`. */
export async function mayBeWritten(path: string): Promise<void> {
  const there = await lstat(path).catch(() => undefined);
  if (there?.isSymbolicLink()) throw new UsageError(`${path} is a symbolic link; name the file itself`);
  if (there?.isDirectory()) throw new UsageError(`${path} is a folder; name a file in it`);
  if (there && !there.isFile()) throw new UsageError(`${path} is not a plain file`);
  const folder = await lstat(dirname(resolve(path))).catch(() => undefined);
  if (!folder) throw new UsageError(`the folder of ${path} does not exist`);
}

/** `mode` is that of the finished file, whatever stood there before. Rejects with `UsageError` as above, or `NotWritten`; what stood there is then still there. */
export async function writeWhole(path: string, text: string, mode: number): Promise<void> {
  await mayBeWritten(path);
  await writeWholeFile(path, text, { mode }).catch((cause: unknown) => {
    throw new NotWritten(`${path} could not be written: ${cause instanceof Error ? cause.message : 'for an unknown reason'}`, { cause });
  });
}

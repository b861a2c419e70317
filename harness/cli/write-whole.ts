/** Writes a document to a file that somebody named on the command line: whole or not at all, and never through a link or over anything but an earlier document of its kind. */
import { randomUUID } from 'node:crypto';
import { lstat, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { diskProblem, writeWholeFile } from '../results-folder/index.ts';
import { UsageError } from './usage-error.ts';

/** The disk did not take it. The message names the path and the reason. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten';
}

/** What a document calls itself in `schema`, without its version, and what people call it. */
const kinds = {
  'tempered-up': 'no document of an earlier up',
  'tempered-results': 'no results.json of an earlier run',
  'tempered-bench': 'no document of an earlier benchmark',
} as const;
export type DocumentKind = keyof typeof kinds;

/** Asked before the work begins, so that nobody waits for a file that cannot be written. Rejects with `UsageError`. */
export async function mayBeWritten(path: string, kind: DocumentKind): Promise<void> {
  await isFreeOr(kind, path);
  await takesFiles(dirname(resolve(path)));
}

async function isFreeOr(kind: DocumentKind, path: string): Promise<void> {
  const there = await lstat(path).catch(() => undefined);
  if (there?.isSymbolicLink()) throw new UsageError(`${path} is a symbolic link; name the file itself`);
  if (there?.isDirectory()) throw new UsageError(`${path} is a folder; name a file in it`);
  if (there && !there.isFile()) throw new UsageError(`${path} is not a plain file`);
  if (there && there.size > 0 && (await kindOf(path)) !== kind)
    throw new UsageError(`${path} is there already and is ${kinds[kind]}: it would be lost; name another file, or move this one away`);
  const folder = await lstat(dirname(resolve(path))).catch(() => undefined);
  if (!folder) throw new UsageError(`the folder of ${path} does not exist`);
}

/** Undefined for whatever is no document of ours, or cannot be read. */
async function kindOf(path: string): Promise<string | undefined> {
  try {
    const { schema } = JSON.parse(await readFile(path, 'utf8')) as { readonly schema?: unknown };
    return typeof schema === 'string' ? schema.split('/')[0] : undefined;
  } catch {
    return undefined;
  }
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
export async function writeWhole(
  path: string,
  text: string,
  { kind, mode }: { readonly kind: DocumentKind; readonly mode: number },
): Promise<void> {
  await isFreeOr(kind, path);
  await writeWholeFile(path, text, { mode }).catch((cause: unknown) => {
    throw new NotWritten(`${path} could not be written: ${diskProblem(cause).words}`, { cause });
  });
}

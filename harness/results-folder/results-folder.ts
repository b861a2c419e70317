/** The folder of one run: found or made before the run starts, so that nobody waits for a report that has no place. */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { runs, startedAt } from '../lease/index.ts';
import { diskProblem } from './disk-problem.ts';
import { madeFolder } from './made-folder.ts';

/** Nothing was lost and nothing was run. The message names the thing and the way out. */
export class NoResultsFolder extends Error {
  override readonly name = 'NoResultsFolder';
}

export type ResultsFolder = {
  /** Absolute. */
  readonly path: string;
  /** The folder that holds `latest`; absent when the person named a folder of their own. */
  readonly root?: string;
  /** Where an earlier run's documents were moved to, when the named folder held some. */
  readonly movedAside?: string;
};

export type Wanted = {
  /** The folder that the person named. */
  readonly out?: string;
  /** The folder of all runs, used when none was named. */
  readonly root: string;
  readonly startedAtMs: number;
  readonly seed: number;
};

/** Written first into every folder of ours, with the process that writes there: what has it may be moved aside once that process has ended, what lacks it is somebody else's. */
const ownMark = '.tempered-results';
const markText = (): string =>
  `A run of Tempered writes here. A later run that is given this folder moves it aside.\nprocess ${process.pid}, started ${startedAt(process.pid) ?? ''}\n`;

/** `2026-11-22T10-43-12Z-4711`: sorts by time, and is a legal name on every system. */
export const runFolderName = (startedAtMs: number, seed: number): string =>
  `${new Date(startedAtMs).toISOString().slice(0, 19).replaceAll(':', '-')}Z-${seed}`;

/** Makes the folder and proves that it takes a file. Rejects with `NoResultsFolder`. */
export async function prepareResultsFolder({ out, root, startedAtMs, seed }: Wanted): Promise<ResultsFolder> {
  const folder = out === undefined ? await freshFolder(resolve(root), runFolderName(startedAtMs, seed)) : await namedFolder(resolve(out));
  await claimed(folder.path);
  return folder;
}

async function freshFolder(root: string, name: string): Promise<ResultsFolder> {
  await made(root);
  for (let attempt = 1; ; attempt += 1) {
    const path = join(root, attempt === 1 ? name : `${name}-${attempt}`);
    try {
      await mkdir(path);
      return { path, root };
    } catch (cause) {
      if (diskProblem(cause).code !== 'EEXIST') throw refused(path, cause);
    }
  }
}

async function namedFolder(path: string): Promise<ResultsFolder> {
  await made(path);
  const there = await readdir(path).catch((cause: unknown) => Promise.reject(refused(path, cause)));
  const [first] = there;
  if (first === undefined) return { path };
  if (!there.includes(ownMark))
    throw new NoResultsFolder(`${path} holds files that no run wrote (such as ${first}). Name an empty or a new folder with --out.`);
  await mustHaveEnded(path);
  const movedAside = await aside(path);
  await made(path);
  return { path, movedAside };
}

/** Two runs in one folder would take each other's documents away. A mark that names no process is that of a run that has ended. */
async function mustHaveEnded(path: string): Promise<void> {
  const mark = await readFile(join(path, ownMark), 'utf8').catch(() => '');
  const [, pid, started] = /^process (\d+), started (.+)$/m.exec(mark) ?? [];
  const writer = { pid: Number(pid), startedAt: started ?? '' };
  if (pid === undefined || writer.pid === process.pid || !runs(writer)) return;
  throw new NoResultsFolder(
    `${path}: a run that is under way writes there (process ${pid}). Wait for its end, or name another folder with --out.`,
  );
}

/** An earlier run, whole or corrupt, is never read and never overwritten: its folder gets the next free name. */
async function aside(path: string): Promise<string> {
  const siblings = new Set(await readdir(dirname(path)).catch(() => []));
  let number = 1;
  while (siblings.has(`${basename(path)}.before-${number}`)) number += 1;
  const to = `${path}.before-${number}`;
  await rename(path, to).catch((cause: unknown) =>
    Promise.reject(refused(path, cause, `the earlier run in it could not be moved to ${to}`)),
  );
  return to;
}

async function made(path: string): Promise<void> {
  await madeFolder(path).catch((cause: unknown) => Promise.reject(refused(path, cause)));
}

async function claimed(path: string): Promise<void> {
  const probe = join(path, `.probe-${randomUUID()}`);
  try {
    await writeFile(probe, 'x', { flag: 'wx' });
    await rm(probe);
    await writeFile(join(path, ownMark), markText(), { flag: 'wx' });
  } catch (cause) {
    if (diskProblem(cause).code === 'EEXIST')
      throw new NoResultsFolder(`${path}: another run has just taken it. Name another folder with --out.`);
    throw refused(path, cause);
  }
}

const refused = (path: string, cause: unknown, what = 'the results folder cannot be used'): NoResultsFolder =>
  new NoResultsFolder(`${path}: ${what}: ${diskProblem(cause).words}. Or name another folder with --out.`, { cause });

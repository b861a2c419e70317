/** Linux's tables of processes, of what they hold open, and of who listens: an observer that needs nothing from what it watches. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { startedAt } from '../harness/lease/process-table.js';

export type Seen = { readonly pid: number; readonly startedAt: string; readonly words: string };
export type Listening = { readonly inode: string; readonly port: number };

/** Empty when the process is gone or not ours to look into. */
function quietly<Value>(look: () => Value, otherwise: Value): Value {
  try {
    return look();
  } catch {
    return otherwise;
  }
}

const allPids = (): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
const links = (folder: string): readonly string[] =>
  quietly(() => readdirSync(folder).map((name) => quietly(() => readlinkSync(`${folder}/${name}`), '')), []);

function seen(pid: number): readonly Seen[] {
  const started = startedAt(pid);
  const words = quietly(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim(), '');
  return started === undefined ? [] : [{ pid, startedAt: started, words }];
}

/** The fourth field of /proc/PID/stat, counted after the name, which may hold spaces and brackets. */
function parentOf(pid: number): number {
  const stat = quietly(() => readFileSync(`/proc/${pid}/stat`, 'utf8'), '');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

/** Those that run, of `ancestors` and all that descend from them. */
export function family(ancestors: readonly number[]): readonly Seen[] {
  const parents = new Map(allPids().map((pid) => [pid, parentOf(pid)]));
  const found = new Set(ancestors);
  // A Set hands out what is added while it is walked.
  for (const ancestor of found) for (const [pid, parent] of parents) if (parent === ancestor) found.add(pid);
  return [...found].flatMap(seen);
}

/** Those that were started with this variable, or that have a file or their working directory below `folder`. */
export const tiedTo = (variable: string, folder: string): readonly Seen[] =>
  allPids()
    .filter((pid) => pid !== process.pid)
    .filter(
      (pid) =>
        quietly(() => readFileSync(`/proc/${pid}/environ`, 'utf8'), '')
          .split('\0')
          .includes(variable) ||
        [...links(`/proc/${pid}/fd`), quietly(() => readlinkSync(`/proc/${pid}/cwd`), '')].some((path) => path.startsWith(`${folder}/`)),
    )
    .flatMap(seen);

/** Every listening TCP socket of this network namespace, by inode. */
export function listening(): ReadonlyMap<string, Listening> {
  const lines = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => quietly(() => readFileSync(file, 'utf8').split('\n').slice(1), []));
  const fields = lines.map((line) => line.trim().split(/\s+/)).filter(([, , , state]) => state === '0A');
  return new Map(
    fields.map(([, local = '', , , , , , , , inode = '']) => [inode, { inode, port: Number.parseInt(local.split(':')[1] ?? '', 16) }]),
  );
}

/** Those of them that one of these processes holds. */
export function listeningOf(pids: readonly number[]): readonly Listening[] {
  const all = listening();
  const held = pids.flatMap((pid) => links(`/proc/${pid}/fd`)).flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
  return [...new Set(held)].flatMap((inode) => all.get(inode) ?? []);
}

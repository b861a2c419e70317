/** A run of the program as a terminal starts it, watched from outside: every process and every listening port that it ever had, and what is left of it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runs } from '../harness/lease/process-table.js';
import { family, type Listening, listening, listeningOf, type Seen, tiedTo } from './linux-tables.ts';
import { groupSignalled } from './signalled.ts';

export type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null; readonly output: string };
export type WatchedRun = {
  readonly pid: number;
  /** All that was ever seen of it. */
  readonly processes: ReadonlyMap<number, Seen>;
  readonly ports: ReadonlyMap<string, Listening>;
  /** Names in its temporary folder, ever. */
  readonly temporary: ReadonlySet<string>;
  /** Resolves when its output holds this text; rejects with all of it when it ends before. */
  says(text: string): Promise<void>;
  readonly ended: Promise<Ended>;
  /** What is still there of it, in words. Its report is none of it. */
  left(): readonly string[];
  /** To its whole process group, as a terminal's Ctrl-C. What is there just before has been seen. */
  signalGroup(name: NodeJS.Signals): void;
  /** To the program alone, the same way. */
  signal(name: NodeJS.Signals): void;
  /** Ends it whatever happened, for the end of a test. */
  dispose(): void;
};

/** A look goes through the tables of the whole machine, and takes some ten milliseconds from whoever is looked at. */
const lookEveryMs = 200;

/** With a process group, temporary folder, cache and results folder of its own; `program` is a file beside the tests. */
export function watchRun(words: readonly string[], program = '../main.ts'): WatchedRun {
  const place = mkdtempSync(join(tmpdir(), 'tempered-test-watched-'));
  const folders = { temporary: join(place, 'tmp'), cache: join(place, 'cache') };
  for (const folder of Object.values(folders)) mkdirSync(folder);
  const entry = fileURLToPath(new URL(program, import.meta.url));
  const env = { ...process.env, NO_COLOR: '1', TMPDIR: folders.temporary, TEMPERED_CACHE: folders.cache, TEMPERED_TEST_PLACE: place };
  const child = spawn(process.execPath, [entry, 'run', ...words, '--out', join(place, 'out')], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the program could not be started');
  const watch = watching(pid, folders.temporary);
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => void output.push(text));
  const said = (): string => output.join('');
  const ended = once(child, 'close').then(([code, signal]): Ended => ({ code, signal, output: said() }));
  ended.finally(watch.stop);
  return {
    pid,
    ...watch.seen,
    ended,
    says: async (text) => {
      const over = ended.then(() => true);
      const heard = (): Promise<boolean> =>
        Promise.race([child.stdout, child.stderr].map((stream) => once(stream, 'data').then(() => false)));
      while (!said().includes(text))
        if ((await Promise.race([over, heard()])) && !said().includes(text))
          throw new Error(`it ended without saying "${text}":\n${said()}`);
    },
    left: () => [...watch.left(), ...tied(place), ...names(folders.temporary), ...names(join(folders.cache, 'leases'))],
    signalGroup: (name) => {
      watch.look();
      groupSignalled(pid, name);
    },
    signal: (name) => {
      watch.look();
      child.kill(name);
    },
    dispose: () => {
      watch.stop();
      if (child.exitCode === null && child.signalCode === null) groupSignalled(pid, 'SIGKILL');
      rmSync(place, { recursive: true, force: true });
    },
  };
}

function watching(pid: number, temporaryFolder: string) {
  const processes = new Map<number, Seen>();
  const ports = new Map<string, Listening>();
  const temporary = new Set<string>();
  const look = (): void => {
    const living = [...processes.values()].filter(runs).map((seen) => seen.pid);
    // Who has just ended has no words any more.
    for (const seen of family([pid, ...living])) if (seen.words !== '' || !processes.has(seen.pid)) processes.set(seen.pid, seen);
    for (const port of listeningOf(living)) ports.set(port.inode, port);
    for (const name of readdirSync(temporaryFolder)) temporary.add(name);
  };
  const timer = setInterval(look, lookEveryMs);
  const left = (): readonly string[] => {
    const open = listening();
    return [
      ...[...processes.values()].filter(runs).map((seen) => `process ${seen.pid}: ${seen.words}`),
      ...[...ports.values()].filter(({ inode }) => open.has(inode)).map(({ port }) => `listening port ${port}`),
    ];
  };
  return { seen: { processes, ports, temporary }, look, left, stop: () => clearInterval(timer) };
}

const tied = (place: string): readonly string[] =>
  tiedTo(`TEMPERED_TEST_PLACE=${place}`, place).map(({ pid, words }) => `process ${pid}, still tied to the run: ${words}`);
const names = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []);

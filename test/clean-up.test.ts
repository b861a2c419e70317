/** That nothing is left of a run, however it ends: no process, no listening port, no temporary folder, no lease. Judged by Linux's own tables, from outside. */
import { availableParallelism } from 'node:os';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signalled } from './signalled.ts';
import { type WatchedRun, watchRun } from './watched-run.ts';

const runMs = 90_000;
const quick = ['--idp', 'embedded', '--mode', 'wire', '--workers', '1'];
const one = [...quick, '--grep', 'anonymous-api-call'];
const inProcesses = [...quick, '--processes'];
/** Shared by processes where there is more than one core. */
const shared = ['--idp', 'embedded', '--mode', 'wire', '--workers', '4', '--grep', 'oidc/'];
/** Many, and each of them short: a run that is asked to end waits for the one that is under way. */
const many = [...inProcesses, '--grep', 'tokens/'];

// Another system has other tables; there the tests of the lease speak for the mechanism.
const testOnLinux = test.runIf(process.platform === 'linux');

let started: WatchedRun[];
beforeEach(() => {
  started = [];
});
afterEach(() => {
  for (const run of started) run.dispose();
});
function watched(words: readonly string[], program?: string): WatchedRun {
  const run = watchRun(words, program);
  started.push(run);
  return run;
}

/** The keeper works on after a run that was ended by force. */
const nothingIsLeftOf = (run: WatchedRun): Promise<void> =>
  vi.waitFor(() => expect(run.left()).toEqual([]), { timeout: 20_000, interval: 50 });

/** What shows that the observer saw: the program, keeper, identity provider and zones; their ports; the run's folder. */
function sawIt(run: WatchedRun, atLeast: { readonly processes: number }): void {
  expect(run.processes.size).toBeGreaterThanOrEqual(atLeast.processes);
  expect(run.ports.size).toBeGreaterThan(10);
  expect([...run.temporary]).toEqual([expect.stringMatching(/^tempered-run-/)]);
}

testOnLinux(
  'the observer finds a process, a port and a folder that are left',
  async () => {
    const run = watched([], 'samples/leaving-program.ts');
    await run.says('left ');
    await vi.waitFor(() => expect(run.ports.size).toBe(1), { timeout: 10_000, interval: 50 });
    run.signal('SIGTERM');
    const pid = Number(/left (\d+)/.exec((await run.ended).output)?.[1]);
    const left = run.left().join('\n');
    signalled(pid, 'SIGKILL');
    expect(left).toMatch(`process ${pid}: `);
    expect(left).toMatch(`process ${pid}, still tied to the run`);
    expect(left).toMatch(/listening port \d+/);
    expect(left).toMatch(/tempered-left-/);
  },
  runMs,
);

testOnLinux(
  'nothing is left of a run that passed, from the moment it ends',
  async () => {
    const run = watched([...one, '--processes']);
    const { code, output } = await run.ended;
    expect(run.left()).toEqual([]);
    expect([code, output]).toEqual([0, expect.stringContaining('1 passed')]);
    sawIt(run, { processes: 6 });
  },
  runMs,
);

testOnLinux(
  'nothing is left of a run that failed, from the moment it ends',
  async () => {
    const run = watched(inProcesses, 'samples/failing-program.ts');
    const { code, output } = await run.ended;
    expect(run.left()).toEqual([]);
    expect([code, output]).toEqual([1, expect.stringContaining('1 failed')]);
    sawIt(run, { processes: 6 });
  },
  runMs,
);

testOnLinux.each([
  ['Ctrl-C', 'in mid-run', 'passed: ', (run: WatchedRun) => run.signalGroup('SIGINT')],
  ['SIGTERM', 'in mid-run', 'passed: ', (run: WatchedRun) => run.signal('SIGTERM')],
  ['Ctrl-C', 'while it starts', 'Worlds', (run: WatchedRun) => run.signalGroup('SIGINT')],
] as const)(
  'nothing is left of a run that %s asked to end %s, from the moment it ends, and it is not green',
  async (_signal, _when, said, send) => {
    const run = watched(many);
    await run.says(said);
    send(run);
    const { code } = await run.ended;
    expect(run.left()).toEqual([]);
    expect(code).toBe(3);
    sawIt(run, { processes: 3 });
  },
  runMs,
);

testOnLinux.each([
  ['in mid-run', 'passed: '],
  ['while its worlds start', 'Worlds'],
  ['while its identity provider starts', 'starting oidc-provider'],
])(
  'nothing is left of a run that was killed %s',
  async (_when, said) => {
    const run = watched(many);
    await run.says(said);
    run.signal('SIGKILL');
    expect(await run.ended).toMatchObject({ code: null, signal: 'SIGKILL' });
    await nothingIsLeftOf(run);
    expect(run.processes.size).toBeGreaterThanOrEqual(2);
  },
  runMs,
);

testOnLinux(
  'nothing is left of a run that Ctrl-C was pressed on until it ended',
  async () => {
    const run = watched(many);
    await run.says('passed: ');
    const pressing = setInterval(() => run.signalGroup('SIGINT'), 100);
    const { code } = await run.ended.finally(() => clearInterval(pressing));
    expect([3, 130]).toContain(code);
    await nothingIsLeftOf(run);
  },
  runMs,
);

testOnLinux(
  'when the process of a zone is killed in mid-run the run goes on, is not green, and leaves nothing',
  async () => {
    const run = watched([...inProcesses, '--grep', 'sign-in/']);
    await run.says('passed: ');
    const zone = [...run.processes.values()].find(({ words }) => words.includes('zone-process-entry'));
    signalled(zone?.pid, 'SIGKILL');
    const { code, output } = await run.ended;
    expect(run.left()).toEqual([]);
    expect(code).toBe(1);
    expect(output).toMatch(/the process of zone \w+ ended with SIGKILL/);
    // Whatever the scenario in which it happened came to: those after it found their zones alive.
    const [planned = 0, passed = 0] = (/(\d+) planned: (\d+) passed/.exec(output) ?? []).slice(1).map(Number);
    expect(planned).toBeGreaterThan(2);
    expect(planned - passed).toBeLessThan(2);
  },
  runMs,
);

testOnLinux(
  'two runs at the same time are both green and share no process, port or folder',
  async () => {
    const runs = [watched([...one, '--processes']), watched([...inProcesses, '--grep', 'sign-in/'])] as const;
    const ends = await Promise.all(runs.map(({ ended }) => ended));
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    for (const run of runs) sawIt(run, { processes: 6 });
    const [first, second] = runs;
    expect([...first.processes.keys()].filter((pid) => second.processes.has(pid))).toEqual([]);
    expect([...first.ports.keys()].filter((inode) => second.ports.has(inode))).toEqual([]);
    expect(runs.flatMap((run) => run.left())).toEqual([]);
  },
  runMs,
);

const testWithShares = test.runIf(process.platform === 'linux' && availableParallelism() > 1);
const shareOf = (run: WatchedRun): number | undefined =>
  [...run.processes.values()].find(({ words }) => words.includes('share-process-entry'))?.pid;

testWithShares.each([
  ['Ctrl-C asked to end', 3, (run: WatchedRun) => run.signalGroup('SIGINT')],
  ['SIGTERM asked to end', 3, (run: WatchedRun) => run.signal('SIGTERM')],
  ['lost one of its processes', 4, (run: WatchedRun) => signalled(shareOf(run), 'SIGKILL')],
  ['was killed', null, (run: WatchedRun) => run.signal('SIGKILL')],
] as const)(
  'nothing is left of a shared run that %s',
  async (_how, code, end) => {
    const run = watched(shared);
    await run.says('passed: ');
    end(run);
    expect(await run.ended).toMatchObject({ code });
    await nothingIsLeftOf(run);
    expect(shareOf(run)).toBeDefined();
    expect(run.temporary.size).toBeGreaterThan(1);
  },
  runMs,
);

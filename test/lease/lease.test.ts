/** That nothing which a run has leased outlives it, however it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLease } from '../../harness/lease/index.ts';
import { readLeaseFile } from '../../harness/lease/lease-file.js';
import { runs, startedAt } from '../../harness/lease/process-table.js';
import { signalled } from '../signalled.ts';

type Held = { readonly run: ChildProcess; readonly pids: readonly number[]; readonly runFolder: string };

const started: ChildProcess[] = [];
let cacheFolder = '';
beforeEach(() => {
  cacheFolder = mkdtempSync(join(tmpdir(), 'tempered-lease-test-'));
});
afterEach(() => {
  for (const run of started.splice(0)) run.kill('SIGKILL');
  rmSync(cacheFolder, { recursive: true, force: true });
});

async function hold(ending = 'wait', manners = 'obeys'): Promise<Held> {
  const holder = fileURLToPath(new URL('./holder.ts', import.meta.url));
  const run = spawn(process.execPath, [holder, cacheFolder, ending, manners], { stdio: ['ignore', 'pipe', 'ignore'] });
  started.push(run);
  if (run.stdout === null) throw new Error('no output');
  const [line] = await once(run.stdout, 'data', { signal: AbortSignal.timeout(20_000) });
  return { run, ...(JSON.parse(String(line)) as { pids: readonly number[]; runFolder: string }) };
}

const leases = (): readonly string[] => readdirSync(join(cacheFolder, 'leases'));
const nothingIsLeftOf = (held: Held): Promise<void> =>
  vi.waitFor(
    () => {
      expect(held.pids.filter((pid) => startedAt(pid) !== undefined)).toEqual([]);
      expect(existsSync(held.runFolder)).toBe(false);
    },
    { timeout: 15_000, interval: 20 },
  );
const noLeaseIsLeft = (): Promise<void> => vi.waitFor(() => expect(leases()).toEqual([]), { timeout: 15_000, interval: 20 });

test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
  'nothing is left of a run that %s ended',
  async (signal) => {
    const held = await hold();
    expect(held.pids.map((pid) => startedAt(pid) !== undefined)).toEqual([true, true]);
    expect(existsSync(held.runFolder)).toBe(true);
    held.run.kill(signal);
    await nothingIsLeftOf(held);
    await noLeaseIsLeft();
  },
  40_000,
);

test('a child that does not listen to SIGTERM is killed', async () => {
  const held = await hold('wait', 'stubborn');
  held.run.kill('SIGKILL');
  await nothingIsLeftOf(held);
}, 40_000);

test('nothing is left of a run that closed its lease, from the moment it is closed', async () => {
  const held = await hold('close');
  const [code] = await once(held.run, 'exit');
  expect(code).toBe(0);
  expect(held.pids.filter((pid) => startedAt(pid) !== undefined)).toEqual([]);
  expect(existsSync(held.runFolder)).toBe(false);
  expect(leases()).toEqual([]);
}, 40_000);

test('of two runs at once, the end of one touches nothing of the other', async () => {
  const [first, second] = await Promise.all([hold(), hold()]);
  first.run.kill('SIGKILL');
  await nothingIsLeftOf(first);
  expect(second.pids.filter((pid) => startedAt(pid) !== undefined)).toEqual(second.pids);
  expect(existsSync(second.runFolder)).toBe(true);
  second.run.kill('SIGKILL');
  await nothingIsLeftOf(second);
  await noLeaseIsLeft();
}, 40_000);

test('the next start ends what a run left whose keeper was killed too', async () => {
  const held = await hold();
  const [name = ''] = leases();
  const content = await vi.waitFor(() => {
    const read = readLeaseFile(join(cacheFolder, 'leases', name));
    expect(read?.processes.map((leased) => leased.pid)).toEqual(held.pids);
    return read;
  });
  if (content === undefined) throw new Error('no lease file');
  signalled(content.keeper.pid, 'SIGKILL');
  held.run.kill('SIGKILL');
  await once(held.run, 'exit');
  await vi.waitFor(() => expect(runs(content.keeper)).toBe(false));
  expect(held.pids.filter((pid) => startedAt(pid) !== undefined)).toEqual(held.pids);
  const lease = await openLease({ cacheFolder });
  await nothingIsLeftOf(held);
  await lease.close();
  expect(leases()).toEqual([]);
}, 40_000);

test('a start leaves the leases of living runs alone', async () => {
  const held = await hold();
  const lease = await openLease({ cacheFolder });
  await lease.close();
  expect(held.pids.filter((pid) => startedAt(pid) !== undefined)).toEqual(held.pids);
  held.run.kill('SIGKILL');
  await nothingIsLeftOf(held);
}, 40_000);

test('a process that took over a leased number is not ended', async () => {
  const lease = await openLease({ cacheFolder });
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await once(stranger, 'spawn');
  const file = join(cacheFolder, 'leases', 'of-a-dead-run.json');
  const gone = { pid: 2 ** 22 + 1, startedAt: '1' };
  const takenOver = { pid: stranger.pid, startedAt: 'earlier' };
  const content = { form: 'tempered-lease/1', owner: gone, keeper: gone, processes: [takenOver], containers: [], folders: [] };
  writeFileSync(file, JSON.stringify(content));
  const next = await openLease({ cacheFolder });
  expect(existsSync(file)).toBe(false);
  expect(startedAt(stranger.pid ?? 0)).toBeDefined();
  stranger.kill('SIGKILL');
  await Promise.all([lease.close(), next.close()]);
}, 40_000);

test('nothing may be leased after the lease is closed, nor when its keeper is gone', async () => {
  const closed = await openLease({ cacheFolder });
  await closed.close();
  await closed.close();
  expect(() => closed.process(process.pid)).toThrow(/closed/);
  const orphan = await openLease({ cacheFolder });
  const [name = ''] = leases();
  const keeper = readLeaseFile(join(cacheFolder, 'leases', name))?.keeper;
  if (keeper === undefined) throw new Error('no keeper');
  signalled(keeper.pid, 'SIGKILL');
  await vi.waitFor(() => expect(runs(keeper)).toBe(false));
  await vi.waitFor(() => expect(() => orphan.process(process.pid)).toThrow(/keeper is gone/));
  await orphan.close();
  expect(existsSync(orphan.runFolder)).toBe(false);
}, 40_000);

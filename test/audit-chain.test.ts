/** The audit log and its verifier, as somebody who can edit the file, fill the disk, or pull the plug sees them (G-04, B-11). */
import { spawnSync } from 'node:child_process';
import { constants } from 'node:fs';
import { appendFile, mkdtemp, open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { verifyChain } from '../system/isolated/audit/verify-chain.ts';
import { AuditLogDamaged, type ChainedAuditLog, chainedAuditLog, genesis } from '../system/kernel/audit-chain.ts';
import type { AuditEntry } from '../system/kernel/ports.ts';
import { manualClock } from './manual-ports.ts';

let folder: string;
let files = 0;
const openLogs: ChainedAuditLog[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tempered-audit-'));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(async () => {
  vi.restoreAllMocks();
  for (const log of openLogs.splice(0)) await log.close().catch(() => {});
});

const newFile = (): string => {
  files += 1;
  return join(folder, `${files}.jsonl`);
};
const openLog = async (file = newFile()): Promise<ChainedAuditLog> => {
  const log = await chainedAuditLog(file, manualClock(1_700_000_000_000));
  openLogs.push(log);
  return log;
};
const entry = (actor: string): AuditEntry => ({
  reference: 'aaaaa-bbbbb-ccccc-ddddd',
  event: 'tracker.issues.shown',
  code: 'allowed',
  actor,
  peer: '127.16.0.5',
  facts: { attempt: 1, note: 'plain "quotes", ünïcode ✓ and \u2028 \n line ends' },
});
/** The text of a log of `count` records, and its head. */
async function written(count: number): Promise<{ readonly text: string; readonly head: string; readonly lines: readonly string[] }> {
  const log = await openLog();
  for (let index = 0; index < count; index += 1) await log.append(entry(`u-${index}`));
  const text = await readFile(log.file, 'utf8');
  return { text, head: log.head(), lines: text.trimEnd().split('\n') };
}
const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const fileHandlePrototype = async (): Promise<{ appendFile(text: string): Promise<void>; sync(): Promise<void> }> => {
  const handle = await open(folder, constants.O_RDONLY);
  await handle.close();
  return Object.getPrototypeOf(handle);
};

test('what was written verifies, with an anchor completely and without one as far as it can be told', async () => {
  const { text, head } = await written(3);
  expect(verifyChain(text, head)).toEqual({ whole: true, records: 3, head, complete: 'yes' });
  expect(verifyChain(text)).toMatchObject({ whole: true, complete: 'cannot-tell' });
  expect(verifyChain('', genesis)).toMatchObject({ whole: true, records: 0, complete: 'yes' });
});

test('an older anchor proves the log complete up to itself, and not after it', async () => {
  const { text, lines } = await written(3);
  const olderHead = /"hash":"([0-9a-f]{64})"\}$/.exec(lines[1] ?? '')?.[1] ?? '';
  expect(verifyChain(text, olderHead)).toMatchObject({ whole: true, complete: 'up-to-the-anchor' });
  expect(verifyChain(joined(lines.slice(0, 2)), olderHead)).toMatchObject({ whole: true, complete: 'yes' });
});

test('every edit of a single bit is found', async () => {
  const { text } = await written(3);
  const bytes = Buffer.from(text);
  const edit = fc.record({ at: fc.nat(bytes.length - 1), bit: fc.nat(7) });
  fc.assert(
    fc.property(edit, ({ at, bit }) => {
      const edited = Buffer.from(bytes);
      edited[at] = (edited[at] ?? 0) ^ (1 << bit);
      expect(verifyChain(edited.toString('utf8')).whole).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

test('a record that is dropped, swapped, repeated, or taken from another log is found', async () => {
  const [{ lines }, other] = [await written(6), await written(6)];
  const foreign = other.lines.map((line) => line.replaceAll('127.16.0.5', '127.16.0.6'));
  const position = fc.nat(4);
  fc.assert(
    fc.property(position, position, (at, to) => {
      expect(verifyChain(joined(lines.toSpliced(at, 1))).whole).toBe(false);
      if (at !== to) expect(verifyChain(joined(lines.with(at, lines[to] ?? '').with(to, lines[at] ?? ''))).whole).toBe(false);
      expect(verifyChain(joined(lines.toSpliced(to, 0, lines[at] ?? ''))).whole).toBe(false);
      expect(verifyChain(joined(lines.with(at, foreign[at] ?? ''))).whole).toBe(false);
    }),
  );
});

test('a log cut off at any byte is found, with the anchor always and without it wherever a record is not whole', async () => {
  const { text, head } = await written(4);
  const bytes = Buffer.from(text);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), (length) => {
      const cut = bytes.subarray(0, length).toString('utf8');
      expect(verifyChain(cut, head).whole).toBe(false);
      expect(verifyChain(cut).whole).toBe(cut === '' || cut.endsWith('\n'));
    }),
    { numRuns: 500 },
  );
});

test('what is no log at all is found, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      expect(verifyChain(text).whole).toBe(false);
    }),
  );
});

test('goes on from its last record after a restart', async () => {
  const first = await openLog();
  await first.append(entry('u-1'));
  await first.close();
  const second = await openLog(first.file);
  expect(second.head()).toBe(first.head());
  await second.append(entry('u-2'));
  expect(verifyChain(await readFile(second.file, 'utf8'), second.head())).toMatchObject({ whole: true, records: 2, complete: 'yes' });
});

test('goes on from the last record of a log that is too long to be one text', async () => {
  const { lines, head } = await written(2);
  const file = newFile();
  await writeFile(file, '');
  await truncate(file, 600 * 1024 * 1024);
  await appendFile(file, `\n${lines.at(-1)}\n`);
  expect((await openLog(file)).head()).toBe(head);
});

test('refuses to go on from half a record, and keeps it as it is', async () => {
  const file = newFile();
  await writeFile(file, '{"sequence":1,"atMs":17');
  await expect(openLog(file)).rejects.toThrow('half a record');
  expect(await readFile(file, 'utf8')).toBe('{"sequence":1,"atMs":17');
});

test('refuses to go on from a last record that was altered', async () => {
  const { text } = await written(2);
  const file = newFile();
  await writeFile(file, text.replace(/"u-1"/, '"u-2"'));
  await expect(openLog(file)).rejects.toThrow('altered');
  await appendFile(file, 'not even JSON\n');
  await expect(openLog(file)).rejects.toThrow(AuditLogDamaged);
});

test('keeps the order of appends that nobody waited for', async () => {
  const log = await openLog();
  const actors = Array.from({ length: 200 }, (_, index) => `u-${index}`);
  await Promise.all(actors.map((actor) => log.append(entry(actor))));
  const text = await readFile(log.file, 'utf8');
  expect(
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).actor),
  ).toEqual(actors);
  expect(verifyChain(text, log.head())).toMatchObject({ whole: true, records: 200 });
});

test('tells that a record is written only when it is on disk', async () => {
  const prototype = await fileHandlePrototype();
  const log = await openLog();
  const steps: string[] = [];
  const synced = Promise.withResolvers<void>();
  vi.spyOn(prototype, 'sync').mockImplementation(async () => {
    steps.push((await readFile(log.file, 'utf8')) === '' ? 'sync before the bytes' : 'sync');
    await synced.promise;
  });
  const appended = log.append(entry('u-1')).then(() => steps.push('told'));
  await vi.waitFor(() => expect(steps).toEqual(['sync']));
  synced.resolve();
  await appended;
  expect(steps).toEqual(['sync', 'told']);
});

test.each(['sync', 'appendFile'] as const)('after a %s that failed, what waits and what comes later is rejected', async (step) => {
  const prototype = await fileHandlePrototype();
  const log = await openLog();
  await log.append(entry('u-0'));
  const head = log.head();
  vi.spyOn(prototype, step).mockRejectedValueOnce(new TypeError('the disk is full'));
  const outcomes = await Promise.allSettled([log.append(entry('u-1')), log.append(entry('u-2'))]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(log.append(entry('u-3'))).rejects.toThrow('the disk is full');
  expect(log.head()).toBe(head);
});

test.skipIf(process.platform === 'win32')(
  'a file that may not grow takes no record by half: what was told to be written is there',
  async () => {
    const file = newFile();
    const command = 'ulimit -f 4 && exec "$0" "$@"';
    const { stdout } = spawnSync('sh', ['-c', command, process.execPath, join(import.meta.dirname, 'samples', 'audit-writer.ts'), file], {
      encoding: 'utf8',
    });
    const told = stdout.split('\n').filter((line) => line === 'told').length;
    const whole = (await readFile(file, 'utf8')).split('\n').slice(0, -1).length;
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(50);
    expect(told).toBeLessThanOrEqual(whole);
  },
);

/** An audit log has one writer: a second is refused in this process and in another, and a killed one leaves nothing in the way (G-04). */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { appendFile, mkdtemp, rm, stat, symlink, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyChain } from '../system/isolated/audit/verify-chain.ts';
import { chainedAuditLog } from '../system/kernel/audit-chain.ts';
import type { AuditEntry } from '../system/kernel/ports.ts';
import { FileInUse } from '../system/kernel/sole-writer.ts';
import { manualClock } from './manual-ports.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tempered-sole-writer-'));
});
afterAll(() => rm(folder, { recursive: true }));

const openLog = (file: string) => chainedAuditLog(file, manualClock(1_700_000_000_000));
const entry: AuditEntry = {
  reference: 'aaaaa-bbbbb-ccccc-ddddd',
  event: 'tracker.issues.shown',
  code: 'allowed',
  actor: 'u-2',
  peer: '',
  facts: {},
};
const holder = async (file: string): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'samples', 'audit-holder.ts'), file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (child.stdout) await once(child.stdout, 'data');
  return child;
};

test('a second writer in the same process is refused until the first has closed, by whatever name it calls the file', async () => {
  const file = join(folder, 'one.jsonl');
  const first = await openLog(file);
  await symlink(file, join(folder, 'alias.jsonl'));
  await expect(openLog(file)).rejects.toThrow(FileInUse);
  await expect(openLog(join(folder, 'alias.jsonl'))).rejects.toThrow('has a writer already');
  await first.append(entry);
  await first.close();
  const next = await openLog(file);
  await next.append(entry);
  await next.close();
  expect(verifyChain(readFileSync(file, 'utf8'))).toMatchObject({ whole: true, records: 2 });
});

test('a writer in another process refuses one here, and when it is killed its log goes on at once', async () => {
  const file = join(folder, 'two.jsonl');
  const child = await holder(file);
  await expect(openLog(file)).rejects.toThrow(FileInUse);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const next = await openLog(file);
  await next.append(entry);
  await next.close();
  expect(verifyChain(readFileSync(file, 'utf8'))).toMatchObject({ whole: true, records: 2 });
});

test('a log that cannot be opened does not keep its lock', async () => {
  const file = join(folder, 'three.jsonl');
  const first = await openLog(file);
  await first.append(entry);
  await first.close();
  await appendFile(file, 'half');
  await expect(openLog(file)).rejects.toThrow('half a record');
  await truncate(file, (await stat(file)).size - 4);
  await (await openLog(file)).close();
});

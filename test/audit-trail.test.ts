/** Reading the audit log back: newest first, by the page, whole lines only, and nothing that is being written. */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { chainedAuditLog } from '../system/kernel/audit-chain.ts';
import { auditTrail } from '../system/kernel/audit-trail.ts';
import { manualClock } from './manual-ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'audit-trail-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** So long that pages and chunks of 64 KiB do not end together. */
const padding = 'x'.repeat(700);
async function written(name: string, count: number) {
  const log = await chainedAuditLog(join(folder, name), manualClock(1_000));
  for (let at = 1; at <= count; at += 1) {
    const code = at % 10 === 0 ? 'sso.idp.no-answer' : 'allowed';
    void log.append({
      reference: `r-${at}`,
      event: 'sso.sign-in.started',
      code,
      actor: 'anonymous',
      peer: '',
      facts: { padding: `${padding}ü` },
    });
  }
  await log.close();
  return log;
}

test('every record comes once, the newest first, whatever the size of a page', async () => {
  const { trail } = await written('all', 500);
  for (const limit of [1, 7, 500]) {
    const seen: number[] = [];
    let before: number | undefined;
    do {
      const page = await trail.page({ limit, before });
      seen.push(...page.records.map(({ sequence }) => sequence));
      before = page.older;
    } while (before !== undefined && seen.length < 1_000);
    expect(seen).toEqual(Array.from({ length: 500 }, (_, index) => 500 - index));
  }
});

test('only what is wanted counts', async () => {
  const { trail } = await written('wanted', 95);
  const page = await trail.page({ limit: 4, wanted: ({ code }) => code !== 'allowed' });
  expect(page.records.map(({ reference }) => reference)).toEqual(['r-90', 'r-80', 'r-70', 'r-60']);
  const rest = await trail.page({ limit: 50, before: page.older, wanted: ({ code }) => code !== 'allowed' });
  expect([rest.records.map(({ reference }) => reference), rest.older]).toEqual([['r-50', 'r-40', 'r-30', 'r-20', 'r-10'], undefined]);
});

test('half a line at the end is not there yet, and a made-up place finds whole records or nothing', async () => {
  const { trail, file } = await written('half', 3);
  appendFileSync(file, '{"sequence":4,"reference":"r-4"');
  expect((await trail.page({ limit: 10 })).records.map(({ sequence }) => sequence)).toEqual([3, 2, 1]);
  for (const before of [1, 17, 900, Number.MAX_SAFE_INTEGER])
    for (const { reference } of (await trail.page({ limit: 10, before })).records) expect(reference).toMatch(/^r-[123]$/);
  expect(await auditTrail(join(folder, 'absent')).page({ limit: 1 })).toEqual({ records: [], older: undefined });
});

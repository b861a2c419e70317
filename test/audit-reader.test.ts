/** The audit log as it grows: every record is found once, half a line waits for its end, a log that was cut off is read anew, and what is no record is said. */
import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { auditReader, recordsIn } from '../harness/target/reference/audit-reader.ts';

const line = (sequence: number, reference: string): string =>
  `${JSON.stringify({ sequence, atMs: 1, reference, event: 'ingress.refused', code: 'allowed', actor: 'Zoë', peer: '', facts: {} })}\n`;
const folder = mkdtempSync(join(tmpdir(), 'tempered-audit-reader-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const wholeLines = (bytes: Buffer): string => bytes.subarray(0, bytes.lastIndexOf('\n') + 1).toString('utf8');
let files = 0;
const emptyFile = (): string => {
  files += 1;
  const file = join(folder, `audit-${files}.jsonl`);
  writeFileSync(file, '');
  return file;
};

test('read in whatever pieces it is written, it shows what a whole reading shows', () => {
  const cuts = fc.array(fc.nat({ max: 400 }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 }), cuts, (references, sizes) => {
      const file = emptyFile();
      const whole = Buffer.from(references.map((reference, index) => line(index + 1, reference)).join(''));
      const reader = auditReader({ name: 'cloud', file });
      let written = 0;
      for (const size of sizes) {
        appendFileSync(file, whole.subarray(written, written + size));
        written += size;
        reader.byReference('a');
        expect(reader.all()).toEqual(recordsIn('cloud', wholeLines(whole.subarray(0, written))));
      }
      appendFileSync(file, whole.subarray(written));
      for (const reference of ['a', 'b', 'c'])
        expect(reader.byReference(reference)).toEqual(
          recordsIn('cloud', whole.toString('utf8')).filter((record) => record.reference === reference),
        );
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['shorter than', ''],
  ['as long as', line(2, 'c')],
  ['longer than', `${line(2, 'c')}${line(3, 'a')}`],
])('a log that was cut off and has grown to %s what was read of it is read anew', (_length, more) => {
  const file = emptyFile();
  appendFileSync(file, `${line(1, 'a')}${line(2, 'b')}`);
  const reader = auditReader({ name: 'cloud', file });
  expect(reader.byReference('b')).toHaveLength(1);
  truncateSync(file, Buffer.byteLength(line(1, 'a')));
  appendFileSync(file, more);
  const whole = recordsIn('cloud', `${line(1, 'a')}${more}`);
  expect(reader.all()).toEqual(whole);
  for (const reference of ['a', 'b', 'c'])
    expect(reader.byReference(reference)).toEqual(whole.filter((record) => record.reference === reference));
});

test('a line that is no record is no silence', () => {
  const file = emptyFile();
  appendFileSync(file, '{"sequence":1}\n');
  expect(() => auditReader({ name: 'cloud', file }).byReference('a')).toThrow();
});

test('what stands behind a line that is no record is not lost: every reading says so until the line is mended', () => {
  const file = emptyFile();
  const reader = auditReader({ name: 'cloud', file });
  appendFileSync(file, line(1, 'a'));
  expect(reader.all()).toHaveLength(1);
  appendFileSync(file, `{"sequence":2}\n${line(3, 'c')}`);
  expect(() => reader.all()).toThrow();
  expect(() => reader.byReference('c')).toThrow();
  const mended = `${line(1, 'a')}${line(2, 'b')}${line(3, 'c')}`;
  writeFileSync(file, mended);
  expect(reader.all()).toEqual(recordsIn('cloud', mended));
  expect(reader.byReference('c')).toHaveLength(1);
});

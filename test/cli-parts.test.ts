/** The parts of the command line that decide something: signals, tables, files that are written whole. */
import { EventEmitter } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { onInterruption } from '../harness/cli/interruption.ts';
import { commandOf, wishOf } from '../harness/cli/run/options.ts';
import { table, wrapped } from '../harness/cli/table.ts';
import { didYouMean } from '../harness/cli/usage-error.ts';
import { mayBeWritten, writeWhole } from '../harness/cli/write-whole.ts';
import { loadScenarios } from '../harness/run/load-scenarios.ts';

const folder = await mkdtemp(join(tmpdir(), 'tempered-test-parts-'));

function interruptible() {
  const source = new EventEmitter();
  const heard: string[] = [];
  let nowMs = 0;
  const interruption = onInterruption((name) => heard.push(name), {
    source: source as unknown as Pick<NodeJS.Process, 'on' | 'off'>,
    exit: (code) => heard.push(`exit ${code}`),
    nowMs: () => nowMs,
  });
  const at = (ms: number, name: string): void => {
    nowMs = ms;
    source.emit(name, name);
  };
  return { at, heard, interruption, source };
}

test('the first signal asks for the end, a second one ends at once', () => {
  const { at, heard, interruption } = interruptible();
  expect(interruption.signal.aborted).toBe(false);
  at(1_000, 'SIGINT');
  expect(interruption.signal.aborted).toBe(true);
  at(1_400, 'SIGTERM');
  expect(heard).toEqual(['SIGINT', 'exit 130']);
});

test('one key press that arrives twice is one', () => {
  const { at, heard } = interruptible();
  at(1_000, 'SIGINT');
  at(1_010, 'SIGINT');
  expect(heard).toEqual(['SIGINT']);
});

test('after its release signals have their usual effect', () => {
  const { interruption, source } = interruptible();
  interruption.release();
  expect(source.listenerCount('SIGINT') + source.listenerCount('SIGTERM')).toBe(0);
});

test('wrapping loses no character and keeps to the width', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1 }), fc.integer({ min: 1, max: 40 }), (words, width) => {
      const lines = wrapped(words.join(' '), width);
      expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
    }),
  );
});

test('a table stays within its width and shows every cell', () => {
  const rows = [{ name: 'a', text: 'some words that are longer than the table is wide, so that they must be wrapped' }];
  const text = table(
    [
      { title: 'n', cell: ({ name }) => name },
      { title: 'what', cell: ({ text: words }) => words },
    ],
    rows,
    60,
  );
  expect(text.split('\n').every((line) => line.length <= 60)).toBe(true);
  expect(text.replaceAll(/\s+/g, ' ')).toBe(`N WHAT ${rows[0]?.name} ${rows[0]?.text}`);
});

test('no word is broken that fits in a line: its cell stands beneath', () => {
  const code = 'sso.idp.certificate-name-mismatch.of-something-long';
  const columns = [
    { title: 'fault', cell: ([name]: readonly [string, string]) => name },
    { title: 'comes to', cell: ([, met]: readonly [string, string]) => met },
  ];
  const rows = [
    ['a-fault-with-a-long-name', code],
    ['another', 'short'],
  ] as const;
  expect(table(columns, rows, 60).split('\n')).toEqual([
    `FAULT${' '.repeat(21)}COMES TO`,
    'a-fault-with-a-long-name',
    `    ${code}`,
    `another${' '.repeat(19)}short`,
  ]);
  expect(table(columns, rows, Number.POSITIVE_INFINITY).split('\n')).toHaveLength(3);
});

test('a near word is suggested and a far one is not', () => {
  expect(didYouMean('embeded', ['embedded', 'auto'])).toBe(' (did you mean embedded?)');
  expect(didYouMean('zzzzzz', ['embedded', 'auto'])).toBe('');
  expect(didYouMean('x', [])).toBe('');
});

test('the words of a run repeat it', () => {
  const wish = wishOf({ grep: "it's gone", idp: 'embedded', mode: 'wire', seed: 7, workers: 2 });
  expect(commandOf(wish)).toBe("npx tempered run --grep 'it'\\''s gone' --idp embedded --mode wire --seed 7 --workers 2");
});

const up = { kind: 'tempered-up', mode: 0o600 } as const;
const earlier = '{"schema":"tempered-up/1"}';

test.skipIf(process.platform === 'win32')('a file is written whole with its mode, over an older one with another mode', async () => {
  const path = join(folder, 'secret.json');
  await writeFile(path, earlier, { mode: 0o644 });
  await writeWhole(path, 'newer', up);
  expect([await readFile(path, 'utf8'), (await stat(path)).mode & 0o777]).toEqual(['newer', 0o600]);
  expect((await readdir(folder)).filter((name) => name.startsWith('.tempered-'))).toEqual([]);
});

test.each(['link', 'dangling', 'folder'])('a %s is never written through or over', async (kind) => {
  const path = join(folder, `to-${kind}`);
  const kept = join(folder, `kept-${kind}`);
  if (kind !== 'dangling') await writeFile(kept, 'kept');
  if (kind === 'folder') await mkdir(path);
  else await symlink(kept, path);
  await expect(writeWhole(path, 'new', up)).rejects.toThrow(kind === 'folder' ? /is a folder/ : /is a symbolic link/);
  if (kind !== 'dangling') expect(await readFile(kept, 'utf8')).toBe('kept');
});

test('a folder that takes no new file keeps what stood there', async ({ skip }) => {
  if (process.platform === 'win32' || process.getuid?.() === 0) skip('needs a user whom a folder can refuse');
  const closed = join(folder, 'closed');
  await mkdir(closed);
  await writeFile(join(closed, 'file'), earlier);
  await chmod(closed, 0o500);
  await expect(writeWhole(join(closed, 'file'), 'new', up)).rejects.toThrow(/could not be written/);
  expect(await readFile(join(closed, 'file'), 'utf8')).toBe(earlier);
});

test.each([
  ['a text', 'what I wrote', false],
  ['a configuration for --config', '{"passwords":{"uma":"another lantern 41"}}', false],
  ['JSON that is no object', 'null', false],
  ['a document of another command', '{"schema":"tempered-results/1"}', false],
  ['a document of another version', '{"schema":"tempered-up/0"}', true],
  ['a document of an earlier one', earlier, true],
  ['nothing', '', true],
])('a file that holds %s is replaced only where nothing is lost', async (_name, there, replaced) => {
  const path = join(folder, 'there.json');
  await writeFile(path, there);
  for (const act of [() => mayBeWritten(path, 'tempered-up'), () => writeWhole(path, 'new', up)])
    if (replaced) await act();
    else await expect(act()).rejects.toThrow(/there\.json is there already and is no document of an earlier up/);
  expect(await readFile(path, 'utf8')).toBe(replaced ? 'new' : there);
});

test.each([
  ['throws.ts', 'throw new Error("broken on purpose");', /throws\.ts cannot be loaded: broken on purpose/],
  ['empty.ts', 'export const nothing = 1;', /empty\.ts has no scenario/],
])('a scenario file that is no scenario is named: %s', async (name, text, expected) => {
  const scenarios = join(folder, name.replace('.ts', ''));
  await mkdir(scenarios);
  await writeFile(join(scenarios, name), text);
  await expect(loadScenarios(new URL(`file://${scenarios}/`))).rejects.toThrow(expected);
});

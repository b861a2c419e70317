/** `tempered run` from the words to the exit code: documents, what is in the way of them, what is missing on the machine, and interruption. */
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { documentsWritten } from '../harness/cli/run/documents.ts';
import { withoutEmptyFolder } from '../harness/cli/run/run-and-report.ts';
import { resultsSchema } from '../harness/verdict/results.ts';
import { type Environment, startTempered, tempered } from './cli-process.ts';
import { greenResults } from './samples/run-results.ts';

const folder = await mkdtemp(join(tmpdir(), 'tempered-test-run-'));
const runMs = 60_000;
const quick = ['--idp', 'embedded', '--mode', 'wire', '--seed', '21'];
const one = [...quick, '--grep', 'anonymous-api-call'];

const readResults = async (out: string) => resultsSchema.parse(JSON.parse(await readFile(join(out, 'results.json'), 'utf8')));
const lastLine = (text: string): string | undefined => text.trimEnd().split('\n').at(-1);
/** A temporary folder of its own, in which whatever is left behind is found. */
async function ownTemporary(): Promise<{ readonly environment: Environment; left(): readonly string[] }> {
  const temporary = await mkdtemp(join(folder, 'tmp-'));
  return { environment: { TMPDIR: temporary, TEMP: temporary, TMP: temporary }, left: () => readdirSync(temporary) };
}

test(
  'one scenario runs, every document is written, and the last line counts',
  async () => {
    const [out, copy] = [join(folder, 'one'), join(folder, 'copy.json')];
    const { code, stdout, stderr } = await tempered(['run', ...one, '--out', out, '--json', copy]);
    expect([code, stderr]).toEqual([0, '']);
    expect(lastLine(stdout)).toMatch(/^1 planned: 1 passed, 0 failed/);
    expect(stdout).toContain('asked for by name');
    const results = await readResults(out);
    expect([results.verdict, results.run.seed, results.run.mode, results.scenarios.map(({ id }) => id)]).toEqual([
      'pass',
      21,
      'wire',
      ['sign-in/an-anonymous-api-call-is-refused'],
    ]);
    expect(results.run.command).toBe('npx tempered run --grep anonymous-api-call --idp embedded --mode wire --seed 21');
    expect(await readFile(copy, 'utf8')).toBe(await readFile(join(out, 'results.json'), 'utf8'));
    expect(await readFile(join(out, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/);
    expect(await readFile(join(out, 'junit.xml'), 'utf8')).toMatch(/^<\?xml/);
    expect(JSON.parse(await readFile(join(out, 'results.schema.json'), 'utf8'))).toHaveProperty('$schema');
  },
  runMs,
);

test(
  'a corrupt results folder of an earlier run is moved aside and nothing in it is lost',
  async () => {
    const out = join(folder, 'corrupt');
    await mkdir(join(out, 'results.json'), { recursive: true });
    await writeFile(join(out, '.tempered-results'), 'an earlier run');
    await writeFile(join(out, 'report.html'), '<half of a rep');
    const { code, stdout } = await tempered([...one, '--out', out]);
    expect(code).toBe(0);
    expect(stdout).toContain(`${out}.before-1`);
    expect(await readFile(join(`${out}.before-1`, 'report.html'), 'utf8')).toBe('<half of a rep');
    expect((await readResults(out)).verdict).toBe('pass');
  },
  runMs,
);

test.each([
  [
    'holds files of somebody else',
    async (out: string) => {
      await mkdir(out);
      await writeFile(join(out, 'thesis.tex'), 'years of work');
    },
    /holds files that no run wrote/,
  ],
  ['is a file', (out: string) => writeFile(out, 'a file'), /is a file|in the way/],
])('a folder for the results that %s is refused before anything starts, with exit 2', async (what, put, expected) => {
  const out = join(folder, what.replaceAll(' ', '-'));
  await put(out);
  const { code, stdout, stderr } = await tempered([...one, '--out', out]);
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(expected)]);
});

const lacking: readonly (readonly [string, readonly string[], Environment, RegExp])[] = [
  [
    'a container engine',
    ['--idp', 'keycloak-container', '--mode', 'wire'],
    { DOCKER_HOST: 'tcp://engine.test:2375' },
    /keycloak-container cannot be used here.*\n.*unset DOCKER_HOST/,
  ],
  [
    'Java and a distribution',
    ['--idp', 'keycloak-jvm', '--mode', 'wire'],
    { PATH: '', JAVA_HOME: '', HOME: folder, TEMPERED_KEYCLOAK_HOME: '/nowhere' },
    /keycloak-jvm cannot be used here.*\n.*(JAVA_HOME|TEMPERED_KEYCLOAK_HOME)/,
  ],
  ['a browser', ['--idp', 'embedded'], { TEMPERED_BROWSER: '/nowhere/chrome' }, /\/nowhere\/chrome does not start; set TEMPERED_BROWSER/],
];

test.each(lacking)(
  'without %s: exit 4, why and what to do, and nothing left',
  async (_, words, environment, expected) => {
    const out = join(folder, 'never');
    const temporary = await ownTemporary();
    const { code, stderr } = await tempered([...words, '--out', out], { ...environment, ...temporary.environment });
    expect([code, stderr]).toEqual([4, expect.stringMatching(expected)]);
    expect(stderr).not.toMatch(/not closed|harness itself broke/);
    expect(existsSync(out)).toBe(false);
    expect(temporary.left()).toEqual([]);
  },
  runMs,
);

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s in mid-run: no further scenario, the report of what ran, exit 3, nothing left',
  async (signal) => {
    const out = join(folder, signal);
    const temporary = await ownTemporary();
    const running = startTempered([...quick, '--grep', 'tokens/', '--workers', '1', '--out', out], temporary.environment);
    await running.says('1/');
    running.child.kill(signal);
    const { code, stdout } = await running.ended;
    expect([code, lastLine(stdout)]).toEqual([3, expect.stringMatching(/[1-9]\d* not run$/)]);
    const results = await readResults(out);
    expect(results.scenarios.length).toBeLessThan(results.planned);
    expect(results.verdict).toBe('inconclusive');
    const [, awaited] = /waiting for a scenario that is under way to end \((.+?)\)/.exec(stdout) ?? [];
    expect(results.scenarios.find(({ claim }) => claim === awaited)).toMatchObject({ verdict: { kind: 'pass' } });
    expect([results.run.interrupted, results.notRun.length]).toEqual([true, results.planned - results.scenarios.length]);
    expect(results.warnings.join()).toContain('interrupted');
    expect(temporary.left()).toEqual([]);
  },
  runMs,
);

/** Longer than the time in which two signals count as one key press. */
const betweenKeyPressesMs = 500;

test(
  'a second Ctrl-C ends at once with 130, and the keeper leaves nothing',
  async () => {
    const temporary = await ownTemporary();
    const running = startTempered([...quick, '--grep', 'answers-nobody', '--out', join(folder, 'twice')], temporary.environment);
    await running.says('planned');
    running.child.kill('SIGINT');
    await running.says('Once more ends everything at once');
    await wait(betweenKeyPressesMs);
    running.child.kill('SIGINT');
    expect((await running.ended).code).toBe(130);
    await expect.poll(() => temporary.left(), { timeout: 20_000 }).toEqual([]);
  },
  runMs,
);

test(
  'an interruption while it starts ends with 3, says so, and leaves nothing',
  async () => {
    const out = join(folder, 'early');
    const temporary = await ownTemporary();
    const running = startTempered([...one, '--out', out], temporary.environment);
    await running.says('Identity provider');
    running.child.kill('SIGINT');
    const { code, stdout, stderr } = await running.ended;
    expect([code, `${stdout}${stderr}`]).toEqual([3, expect.stringContaining('nterrupted')]);
    expect(temporary.left()).toEqual([]);
  },
  runMs,
);

test('a results folder that is gone when the report is written costs no document', async () => {
  const gone = join(folder, 'gone');
  const { paths, lost } = await documentsWritten(greenResults(), { path: gone }, undefined);
  expect(lost).toBe(false);
  expect(paths.trouble).toHaveLength(4);
  expect(await readFile(paths.json ?? '', 'utf8')).toContain('"tempered-results/1"');
  await rm(join(paths.json ?? '', '..'), { recursive: true });
});

test('a copy that cannot be written is a lost document', async () => {
  const out = await mkdtemp(join(folder, 'copy-'));
  const { paths, lost } = await documentsWritten(greenResults(), { path: out }, join(out, 'no-folder', 'copy.json'));
  expect(lost).toBe(true);
  expect(paths.trouble?.join()).toContain('does not exist');
});

test('what a broken-off run kept stays, with the mark that lets the next run move it aside; an empty folder goes', async () => {
  const [kept, empty] = [join(folder, 'broken-off'), join(folder, 'never-began')];
  for (const path of [kept, empty]) {
    await mkdir(path);
    await writeFile(join(path, '.tempered-results'), '');
  }
  await writeFile(join(kept, 'screenshot.png'), 'seen');
  for (const path of [kept, empty]) await withoutEmptyFolder({ path });
  expect(readdirSync(kept).sort()).toEqual(['.tempered-results', 'screenshot.png']);
  expect(existsSync(empty)).toBe(false);
});

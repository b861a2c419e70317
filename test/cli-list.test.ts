/** `tempered list`: complete, true to the folders, and fit for a program as well as for a terminal. */
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { tempered } from './cli-process.ts';

const strings = z.array(z.string());
const shapes = {
  scenarios: z.strictObject({
    id: z.string(),
    name: z.string(),
    file: z.string(),
    requirements: strings,
    decisions: strings,
    needs: strings,
    modes: z.array(z.enum(['wire', 'browser'])).min(1),
    hands: z.literal('wire').optional(),
    fault: z.string().optional(),
    deviation: z.string().optional(),
    alone: z.boolean(),
  }),
  requirements: z.strictObject({
    id: z.string(),
    title: z.string(),
    part: z.int(),
    parts: z.array(z.int()).min(1),
    scenarios: strings,
    checks: strings,
  }),
  decisions: z.strictObject({ id: z.string(), title: z.string(), scenarios: strings, checks: strings }),
  faults: z.strictObject({
    name: z.string(),
    title: z.string(),
    family: z.string(),
    means: z.string(),
    meets: z.string(),
    file: z.string(),
    needs: strings,
    shared: z.boolean(),
  }),
  deviations: z.strictObject({
    name: z.string(),
    title: z.string(),
    file: z.string(),
    family: z.string(),
    breaks: z.string(),
    refusedWith: z.string(),
    variantOf: z.string().optional(),
  }),
  drivers: z.union([
    z.strictObject({ name: z.string(), usable: z.literal(true), version: z.string(), detail: z.string() }),
    z.strictObject({ name: z.string(), usable: z.literal(false), why: z.string(), remedy: z.string() }),
  ]),
};

const listed = async <Subject extends keyof typeof shapes>(subject: Subject): Promise<readonly z.infer<(typeof shapes)[Subject]>[]> => {
  const { code, stdout } = await tempered(['list', subject, '--json']);
  expect(code).toBe(0);
  return z.array(shapes[subject] as unknown as z.ZodType<z.infer<(typeof shapes)[Subject]>>).parse(JSON.parse(stdout));
};

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();

test('every scenario file is listed, once', async () => {
  const scenarios = await listed('scenarios');
  expect(scenarios.map(({ file }) => file).sort()).toEqual(filesBelow('scenarios'));
});

test('a scenario runs in both modes, unless it needs a browser', async () => {
  const scenarios = await listed('scenarios');
  const inBoth = scenarios.filter(({ modes }) => modes.join() === 'wire,browser');
  const inOne = scenarios.filter(({ modes }) => modes.join() === 'browser');
  expect(inBoth.length + inOne.length).toBe(scenarios.length);
  expect(inOne).toEqual(scenarios.filter(({ needs }) => needs.includes('browser')));
  expect(inOne.filter(({ hands }) => hands === 'wire')).toEqual([]);
  expect(inOne.length).toBeGreaterThan(0);
});

test('requirements and scenarios name each other', async () => {
  const [scenarios, requirements] = await Promise.all([listed('scenarios'), listed('requirements')]);
  const fromScenarios = scenarios.flatMap(({ id, requirements: proved }) => proved.map((requirement) => `${requirement} ${id}`)).sort();
  const fromRequirements = requirements.flatMap(({ id, scenarios: proving }) => proving.map((scenario) => `${id} ${scenario}`)).sort();
  expect(fromScenarios).toEqual(fromRequirements);
});

test('every fault is a file that is there', async () => {
  const faults = await listed('faults');
  expect(faults.length).toBeGreaterThan(0);
  for (const { file } of faults) expect(filesBelow('harness/faults')).toContain(file);
});

const filesIn = (folder: string): readonly string[] => filesBelow(folder).filter((file) => !file.slice(folder.length + 1).includes('/'));
const isTable = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'object' && 'make' in each);

test('the listed deviations are exactly those that the fakes export', async () => {
  const exported = await Promise.all(
    filesIn('fakes/deviations').map(async (file) => {
      const exports = Object.entries((await import(/* @vite-ignore */ pathToFileURL(file).href)) as Readonly<Record<string, unknown>>);
      const names = exports.flatMap(([, value]) => (isTable(value) ? Object.keys(value) : []));
      return names.map((name) => `${file} ${name}`);
    }),
  );
  expect((await listed('deviations')).map(({ file, name }) => `${file} ${name}`).sort()).toEqual(exported.flat().sort());
});

test('all three drivers are listed, and the embedded one is always usable', async () => {
  const drivers = await listed('drivers');
  expect(drivers.map(({ name }) => name)).toEqual(['keycloak-container', 'keycloak-jvm', 'embedded']);
  expect(drivers.at(-1)?.usable).toBe(true);
});

test.each(Object.keys(shapes))('%s read well at 80 columns', async (subject) => {
  const { code, stdout } = await tempered(['list', subject], { COLUMNS: '80' });
  expect(code).toBe(0);
  expect(stdout.trim()).not.toBe('');
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test.each(['scenarios', 'requirements', 'decisions', 'faults', 'deviations'] as const)(
  '%s in a pipe are one line each, and nothing is broken',
  async (subject) => {
    const { stdout } = await tempered(['list', subject], { COLUMNS: undefined });
    const lines = stdout.slice(0, stdout.lastIndexOf('\n\n')).split('\n').slice(1);
    const names = (await listed(subject)).map((entry) => ('id' in entry ? entry.id : entry.name));
    expect(lines.map((line) => line.split(' ')[0])).toEqual(names);
  },
);

test('a terminal shows the scenarios of each folder under its name', async () => {
  const { stdout } = await tempered(['list', 'scenarios'], { COLUMNS: '80' });
  const folders = [...new Set((await listed('scenarios')).map(({ id }) => `${id.split('/')[0]}/`))];
  expect(stdout.split('\n').filter((line) => /^[a-z-]+\/$/.test(line))).toEqual(folders);
});

test('how many requirements have nothing that judges them is how many rows have two dashes', async () => {
  const { stdout } = await tempered(['list', 'requirements'], { COLUMNS: undefined });
  const dashes = stdout.split('\n').filter((line) => /^[A-Z]-\d\d +[\d ]+ +- +- /.test(line)).length;
  expect(dashes).toBeGreaterThan(0);
  expect(stdout).toContain(`\n${dashes} with a dash in both columns`);
});

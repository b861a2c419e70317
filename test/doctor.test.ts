/** `tempered doctor`: true about this machine, and about a machine that lacks something. */
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { networks } from '../harness/fixtures/fixtures.ts';
import { driverNames } from '../harness/idp/driver.ts';
import { type Environment, tempered } from './cli-process.ts';

const findingSchema = z.strictObject({
  about: z.string(),
  name: z.string(),
  usable: z.boolean(),
  detail: z.string(),
  remedy: z.string().optional(),
});
const examinationSchema = z.strictObject({ runPossible: z.boolean(), conclusion: z.string(), findings: z.array(findingSchema) });

async function examined(environment: Environment = {}) {
  const { code, stdout, stderr } = await tempered(['doctor', '--json'], environment);
  const examination = examinationSchema.parse(JSON.parse(stdout));
  const found = (about: string, name: string) => examination.findings.find((finding) => finding.about === about && finding.name === name);
  return { code, stderr, ...examination, found };
}

test('every driver, every source of a browser and every network is looked at', async () => {
  const { findings } = await examined();
  const names = (about: string) => findings.filter((finding) => finding.about === about).map(({ name }) => name);
  expect(names('identity provider')).toEqual([...driverNames]);
  expect(names('browser')).toEqual(['named', 'bundled', 'downloaded', 'system']);
  expect(names('network')).toEqual(Object.keys(networks));
  expect(names('left-overs')).toEqual(['earlier runs']);
});

test('the exit code says whether a run is possible, and whoever lacks something is told what to do', async () => {
  const { code, runPossible, findings } = await examined();
  expect(code).toBe(runPossible ? 0 : 3);
  for (const { usable, remedy } of findings) if (!usable) expect(remedy).toBeTruthy();
});

test('without the browser that was named, no run is possible, and it says what still is', async () => {
  const { code, runPossible, conclusion, found } = await examined({ TEMPERED_BROWSER: '/nowhere/chrome' });
  expect([code, runPossible]).toEqual([3, false]);
  expect(conclusion).toContain('--mode wire');
  expect(found('browser', 'named')).toMatchObject({ usable: false, detail: '/nowhere/chrome does not start' });
});

test('an engine on another machine and a distribution that is not there are named, with a remedy', async () => {
  const { found } = await examined({ DOCKER_HOST: 'tcp://engine.test:2375', TEMPERED_KEYCLOAK_HOME: '/nowhere/keycloak' });
  expect(found('identity provider', 'keycloak-container')).toMatchObject({ usable: false, remedy: 'unset DOCKER_HOST' });
  expect(found('identity provider', 'keycloak-jvm')).toMatchObject({
    usable: false,
    detail: expect.stringContaining('TEMPERED_KEYCLOAK_HOME'),
  });
  expect(found('identity provider', 'embedded')).toMatchObject({ usable: true });
});

test('what a dead run left behind is found and left to the next run; a file that is no lease is named', async () => {
  const cache = await mkdtemp(join(tmpdir(), 'tempered-test-doctor-'));
  await mkdir(join(cache, 'leases'));
  // Beyond every process number that a machine gives out.
  const gone = { pid: 999_999_999, startedAt: 'never' };
  const lease = { form: 'tempered-lease/1', owner: gone, keeper: gone, processes: [], containers: [], folders: [] };
  await writeFile(join(cache, 'leases', 'dead.json'), JSON.stringify(lease));
  await writeFile(join(cache, 'leases', 'odd.json'), 'not a lease');
  // As one that its run takes away between the listing and the look into it.
  await symlink(join(cache, 'ended'), join(cache, 'leases', 'ended.json'));
  const { findings } = await examined({ TEMPERED_CACHE: cache });
  const leftOvers = findings.filter(({ about }) => about === 'left-overs');
  expect(leftOvers[0]).toMatchObject({ usable: true, detail: '1 ended without cleaning up' });
  expect(leftOvers[1]).toMatchObject({ usable: false, detail: expect.stringContaining('odd.json') });
  expect(leftOvers).toHaveLength(2);
});

test('for people it is a table of at most 80 columns, and the last line is the conclusion', async () => {
  const { code, stdout } = await tempered(['doctor']);
  const lines = stdout.trimEnd().split('\n');
  for (const line of lines.slice(0, -1)) expect(line.length).toBeLessThanOrEqual(80);
  expect(lines.at(-1)).toMatch(code === 0 ? /^A run is possible/ : /possible/);
});

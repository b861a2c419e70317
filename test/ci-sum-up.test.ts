/** The summary of our own pipeline: what no run shows is a problem, whatever each run by itself was allowed to leave out. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { RunResults } from '../harness/verdict/results.ts';
import { apart, greenResults } from './samples/run-results.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const drivers = {
  embedded: 'embedded',
  'keycloak-jvm': 'keycloak-jvm',
  'keycloak-container': 'keycloak-container',
  'full-chromium': 'embedded',
} as const;
type Run = keyof typeof drivers;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const testsThatPassed = {
  numPassedTests: 3,
  testResults: ['keycloak-jvm', 'keycloak-container', 'embedded-idp'].map((name) => ({
    name: `${name}.test.ts`,
    status: 'passed',
    assertionResults: [{ status: 'passed', fullName: name }],
  })),
};

type Left = Readonly<Record<string, string>>;
const afterTests: Left = { 'tests.json': JSON.stringify(testsThatPassed), steps: 'tests 0 808\n' };

/** What the steps of the pipeline leave behind, with these results of the runs. */
function summed(resultsOf: (run: Run) => RunResults, left = afterTests): { readonly code: number | null; readonly said: string } {
  const work = mkdtempSync(join(tmpdir(), 'tempered-sum-up-'));
  folders.push(work);
  for (const [name, text] of Object.entries(left)) writeFileSync(join(work, name), text);
  for (const [name, driver] of Object.entries(drivers)) {
    const results = resultsOf(name as Run);
    mkdirSync(join(work, name));
    writeFileSync(join(work, name, 'results.json'), JSON.stringify({ ...results, idp: { ...results.idp, driver } }));
  }
  const { status, stdout } = spawnSync(process.execPath, [`${root}.ci/sum-up.js`, work], { encoding: 'utf8' });
  return { code: status, said: stdout };
}

test('a check that is no evidence in one run is made up for by a run in which it is', () => {
  const { code, said } = summed((name) => (name === 'embedded' ? apart(greenResults()) : greenResults()));
  expect(said).toContain('all runs: 0 green, 0 not');
  expect([code, said.trim().split('\n').at(-1)]).toEqual([0, 'tempered: 39 passed, 0 failed']);
});

test('a check that is evidence in no run is a problem', () => {
  const { code, said } = summed(greenResults);
  expect(said).toContain('failed: no evidence in any run: checker only-what-may-cross-crossed');
  expect(code).toBe(1);
});

test('a check that failed is a problem in its run', () => {
  const broken = (results: RunResults): RunResults => ({
    ...results,
    checkers: results.checkers.map((checker) => ({ ...checker, verdict: 'fail', findings: ['something crossed'] })),
  });
  const { code, said } = summed((name) => (name === 'embedded' ? broken(apart(greenResults())) : greenResults()));
  expect(said).toContain('failed: fail in embedded: checker every-decision-is-audited-once (something crossed)');
  expect(code).toBe(1);
});

test('tests that left no report are a problem, and it is said where they were', () => {
  const noted = [
    { what: 'began', name: 'test/a.test.ts', atMs: Date.now() },
    { what: 'began', name: 'test/a.test.ts > ends', atMs: Date.now() },
    { what: 'ended', name: 'test/a.test.ts > ends', atMs: Date.now() },
    { what: 'began', name: 'test/a.test.ts > hangs', atMs: Date.now() },
  ];
  const left = {
    steps: 'tests 124 2100\n',
    // The last line was cut off by whatever ended the tests.
    'tests.ndjson': `${noted.map((each) => JSON.stringify(each)).join('\n')}\n{"what":"beg`,
    'tests.log': 'all is well\nthe last word\n',
  };
  const { code, said } = summed(() => apart(greenResults()), left);
  expect(code).toBe(1);
  expect(said).toContain('step tests: 2100 s, ended with 124');
  expect(said).toMatch(/began and never ended: test\/a\.test\.ts > hangs, \d+ s ago/);
  expect(said).not.toContain('never ended: test/a.test.ts > ends');
  expect(said).toContain('the tests said last: the last word');
  expect(said).toContain('failed: the tests wrote no report');
  expect(said.trim().split('\n').at(-1)).toMatch(/^tempered: \d+ passed, 1 failed$/);
});

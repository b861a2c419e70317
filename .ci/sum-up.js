/** Sums up what CI saw: every test, every scenario of every run, and every step that failed without either saying so. */
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { basename, join } from 'node:path';

const work = process.argv[2];
const json = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);
const linesOf = (name) => (existsSync(join(work, name)) ? readFileSync(join(work, name), 'utf8').split('\n').filter(Boolean) : []);

/** Why, in one line, so that the summary is enough to begin with. */
const inShort = (why) => (why ? ` (${why.replace(/\s+/g, ' ').slice(0, 300)})` : '');

/** Tests of a driver that this machine was made ready for must not have been skipped. */
const mustRun = ['keycloak-jvm.test.ts', 'keycloak-container.test.ts', 'embedded-idp.test.ts'];

/** What a run of tests that hung or died was about: what began and never ended, and what it said last. */
function whereTheTestsWere() {
  const underWay = new Map();
  // The last line may be cut off.
  const noted = linesOf('tests.ndjson').filter((line) => line.endsWith('}'));
  for (const { what, name, atMs } of noted.map((line) => JSON.parse(line))) {
    if (what === 'began') underWay.set(name, atMs);
    else underWay.delete(name);
  }
  const since = (atMs) => `${Math.round((Date.now() - atMs) / 1000)} s ago`;
  return [
    ...[...underWay].map(([name, atMs]) => `began and never ended: ${name}, ${since(atMs)}`),
    ...linesOf('tests.log')
      .slice(-30)
      .map((line) => `the tests said last: ${line}`),
  ];
}

function tests() {
  const report = json(join(work, 'tests.json'));
  if (report === undefined) return { passed: 0, problems: ['the tests wrote no report'], notes: whereTheTestsWere() };
  const ofFile = (name) => report.testResults.filter((file) => basename(file.name) === name).flatMap((file) => file.assertionResults);
  const silent = mustRun.filter((name) => !ofFile(name).some((result) => result.status === 'passed'));
  const failed = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((result) => result.status === 'failed')
      .map((result) => `test ${basename(file.name)}: ${result.fullName}${inShort(result.failureMessages?.join(' '))}`),
  );
  const unread = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((result) => result.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    problems: [
      ...failed,
      ...unread.map((file) => `test file ${basename(file.name)} failed as a whole`),
      ...silent.map((name) => `no test of ${name} ran`),
    ],
  };
}

/** The runs by the folders of their results; each must have run on this driver. */
const runs = {
  embedded: 'embedded',
  'keycloak-jvm': 'keycloak-jvm',
  'keycloak-container': 'keycloak-container',
  'full-chromium': 'embedded',
};

function run(name) {
  const results = json(join(work, name, 'results.json'));
  if (results === undefined) return { passed: 0, problems: [`the run ${name} wrote no results`] };
  // A skip is a problem here, too: this machine has every ability that a scenario can need. What only one provider can do is tried on that one, and what needs a browser, or a full one, in the runs that have it.
  const elsewhere = ['long-lived-answers', 'page-memory', ...(results.run.mode === 'wire' ? ['browser'] : [])];
  const ofAnotherRun = ({ verdict }) => verdict.kind === 'skipped' && elsewhere.includes(verdict.lacks);
  const bad = results.scenarios.filter((result) => result.verdict.kind !== 'pass' && !ofAnotherRun(result));
  const passed = results.scenarios.filter(({ verdict }) => verdict.kind === 'pass').length;
  return {
    passed,
    problems: [
      ...bad.map(({ id, verdict }) => `${verdict.kind} in ${name}: ${id}${inShort(verdict.cause ?? verdict.observed ?? verdict.detail)}`),
      ...results.checkers
        .filter(({ verdict }) => verdict !== 'pass')
        .map((checker) => `${checker.verdict} in ${name}: checker ${checker.name}${inShort(checker.findings?.join('; '))}`),
      ...(results.idp.driver === runs[name] ? [] : [`${name} asked for ${runs[name]}, and ${results.idp.driver} ran`]),
      ...(passed === 0 ? [`no scenario passed in ${name}`] : []),
    ],
  };
}

/** A skip that another run makes up for needs that other run: what passed nowhere was not tried, and a check that was evidence nowhere shows nothing. */
function nowhere() {
  const all = Object.keys(runs).flatMap((name) => json(join(work, name, 'results.json')) ?? []);
  const scenarios = all.flatMap((results) => results.scenarios);
  const passed = new Set(scenarios.filter(({ verdict }) => verdict.kind === 'pass').map(({ id }) => id));
  const skipped = new Set(scenarios.filter(({ verdict }) => verdict.kind === 'skipped').map(({ id }) => id));
  const checkers = all.flatMap((results) => results.checkers);
  const shown = new Set(checkers.filter(({ evidence }) => evidence).map(({ name }) => name));
  const unshown = new Set(checkers.map(({ name }) => name).filter((name) => !shown.has(name)));
  return {
    passed: 0,
    problems: [
      ...[...skipped].filter((id) => !passed.has(id)).map((id) => `skipped in every run: ${id}`),
      ...[...unshown].map((name) => `no evidence in any run: checker ${name}`),
    ],
  };
}

const parts = {
  tests: tests(),
  ...Object.fromEntries(Object.keys(runs).map((name) => [`run:${name}`, run(name)])),
  'all runs': nowhere(),
};
const steps = readFileSync(join(work, 'steps'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(' '));
const unexplained = steps
  .filter(([name, code]) => code !== '0' && (parts[name]?.problems.length ?? 0) === 0)
  .map(([name, code]) => `step ${name} ended with ${code}`);

const problems = [...Object.values(parts).flatMap(({ problems: found }) => found), ...unexplained];
const passed = Object.values(parts).reduce((sum, part) => sum + part.passed, 0);

console.log(`\nmachine: ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`);
for (const [name, code, seconds] of steps) console.log(`step ${name}: ${seconds} s, ended with ${code}`);
for (const [name, part] of Object.entries(parts)) console.log(`${name}: ${part.passed} green, ${part.problems.length} not`);
for (const note of Object.values(parts).flatMap(({ notes }) => notes ?? [])) console.log(note);
for (const problem of problems) console.log(`failed: ${problem}`);
console.log(`\ntempered: ${passed} passed, ${problems.length} failed`);
process.exitCode = problems.length === 0 && passed > 0 ? 0 : 1;

/** The report for CI systems: JUnit XML in which nothing unknown looks like a pass. */
import type { CheckerResult, RunResults, ScenarioResult } from '../harness/verdict/results.ts';
import { outcomeInWords, reason, sentence } from './in-words.ts';
import { standingOf } from './standing.ts';
import { contradictions, tally } from './tally.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Whatever is not a Char of XML 1.0 (§2.2), and the controls that it discourages. */
const notAChar = /[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}/gu;

/** Text as it may stand in XML content and attributes; what XML 1.0 cannot hold becomes U+FFFD. */
const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(notAChar, '\ufffd')
    .replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? '');

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');

const seconds = (ms: number): string => (Math.max(0, ms) / 1000).toFixed(3);

/** `problem` is absent for a pass. JUnit has no word for inconclusive: it is an error of that type. */
type Problem = { readonly tag: 'failure' | 'error' | 'skipped'; readonly type: string; readonly message: string };
type Case = { readonly classname: string; readonly name: string; readonly ms: number; readonly problem?: Problem; readonly text: string };
type Suite = { readonly name: string; readonly cases: readonly Case[] };

function problemOf({ verdict }: ScenarioResult): Problem | undefined {
  const message = reason(verdict);
  switch (verdict.kind) {
    case 'pass':
      return undefined;
    case 'fail':
      return { tag: 'failure', type: 'fail', message };
    case 'skipped':
      return { tag: 'skipped', type: 'skipped', message };
    case 'error':
    case 'inconclusive':
      return { tag: 'error', type: verdict.kind, message };
  }
}

const history = ({ expectations, operations }: ScenarioResult): string =>
  [
    ...expectations.map(({ claim, judged, observed }) => `${judged}: ${claim}: ${observed}`),
    ...operations.map(({ actor, from, verb, outcome }) => {
      const { word, code, detail } = outcomeInWords(outcome);
      return `${actor} from ${from} ${verb}: ${[word, code, detail].filter(Boolean).join(' ')}`;
    }),
  ].join('\n');

const scenarioCase = (scenario: ScenarioResult): Case => {
  const problem = problemOf(scenario);
  return {
    classname: scenario.id.replaceAll('/', '.'),
    name: sentence(scenario.claim),
    ms: scenario.durationMs,
    ...(problem && { problem }),
    text: `Requirements: ${scenario.proves.join(', ')}\n${history(scenario)}`,
  };
};

/** JUnit has no word for a pass that is no evidence: it is skipped, with the reason. */
function checkerProblem(checker: CheckerResult): Problem | undefined {
  const message = checker.findings[0] ?? checker.note ?? `the planted finding was ${checker.canary}`;
  switch (standingOf(checker)) {
    case 'held':
      return undefined;
    case 'not-held':
      return { tag: 'failure', type: 'fail', message };
    case 'no-evidence':
      return { tag: 'skipped', type: 'no-evidence', message: `no evidence: ${message}` };
    case 'inconclusive':
      return { tag: 'error', type: 'inconclusive', message };
  }
}

const checkerCase = (checker: CheckerResult): Case => {
  const problem = checkerProblem(checker);
  return {
    classname: `checkers.${checker.name}`,
    name: sentence(checker.claim),
    ms: 0,
    ...(problem && { problem }),
    text: [`Looked at ${checker.examined} ${checker.unit}; planted finding ${checker.canary}.`, ...checker.findings].join('\n'),
  };
};

/** What was planned and left no result, and what contradicts itself, as errors: a reader of this file alone must not see green. */
const accountCases = (results: RunResults): readonly Case[] => {
  const { notRun } = tally(results);
  const problems = [
    ...(notRun > 0 ? [`${notRun} of ${results.planned} planned scenarios left no result`] : []),
    ...contradictions(results),
  ];
  return problems.map((message) => ({
    classname: 'run.account',
    name: message,
    ms: 0,
    text: '',
    problem: { tag: 'error', type: 'inconclusive', message },
  }));
};

const suitesOf = (results: RunResults): readonly Suite[] => {
  const byFolder = Map.groupBy(results.scenarios, ({ id }) => id.split('/').slice(0, -1).join('/') || 'scenarios');
  return [
    ...[...byFolder].map(([name, scenarios]) => ({ name, cases: scenarios.map(scenarioCase) })),
    { name: 'whole-run checks', cases: results.checkers.map(checkerCase) },
    { name: 'account of the run', cases: accountCases(results) },
  ].filter(({ cases }) => cases.length > 0);
};

const caseXml = ({ classname, name, ms, problem, text }: Case): string => {
  const said = problem
    ? `<${problem.tag}${attributes({ type: problem.type, message: problem.message })}>${escapeXml(problem.message)}</${problem.tag}>`
    : '';
  return `    <testcase${attributes({ classname, name, time: seconds(ms) })}>${said}<system-out>${escapeXml(text)}</system-out></testcase>`;
};

const countsOf = (cases: readonly Case[]): Readonly<Record<string, string | number>> => ({
  tests: cases.length,
  failures: cases.filter(({ problem }) => problem?.tag === 'failure').length,
  errors: cases.filter(({ problem }) => problem?.tag === 'error').length,
  skipped: cases.filter(({ problem }) => problem?.tag === 'skipped').length,
});

function suiteXml({ name, cases }: Suite, results: RunResults): string {
  const ms = cases.reduce((sum, one) => sum + one.ms, 0);
  const timestamp = new Date(results.run.startedAtMs).toISOString();
  return [
    `  <testsuite${attributes({ name, ...countsOf(cases), time: seconds(ms), timestamp })}>`,
    ...cases.map(caseXml),
    '  </testsuite>',
  ].join('\n');
}

/** The whole run as JUnit XML: a suite for each folder of scenarios, one for the whole-run checks, and one for what is unaccounted for. */
export function junitReport(results: RunResults): string {
  const suites = suitesOf(results);
  const ms = results.run.endedAtMs - results.run.startedAtMs;
  const name = `tempered on ${results.idp.driver} ${results.idp.version}, seed ${results.run.seed}`;
  const head = attributes({ name, ...countsOf(suites.flatMap(({ cases }) => cases)), time: seconds(ms) });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${head}>`,
    ...suites.map((suite) => suiteXml(suite, results)),
    '</testsuites>',
    '',
  ].join('\n');
}

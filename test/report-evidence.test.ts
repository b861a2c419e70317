/** A check that passed and is no evidence in this run counts as held nowhere: not in the page, its requirements, on the terminal, for CI or for machines. */
import { expect, test } from 'vitest';
import { checkers, type RunEvidence, runChecker } from '../harness/checkers/index.ts';
import type { RunResults } from '../harness/verdict/results.ts';
import { htmlReport, junitReport, resultsJson, resultsJsonSchema, terminalSummary } from '../reports/index.ts';
import { standingOf } from '../reports/standing.ts';
import { apart, greenResults } from './samples/run-results.ts';
import { parseXml } from './samples/xml.ts';

const claim = 'Only what is on the table crossed the boundary';
const sectionOf = (results: RunResults, id: string): string =>
  new RegExp(`<section id="${id}"[\\s\\S]*?</section>`).exec(htmlReport(results))?.[0] ?? '';
const rowOf = (results: RunResults, id: string): string =>
  sectionOf(results, 'requirements')
    .split('<tr ')
    .find((row) => row.includes(`>${id}</span>`)) ?? '';
const checksLine = (results: RunResults): string | undefined =>
  terminalSummary(results, []).find((line) => line.includes('Whole-run checks'));
const boundaryCase = (results: RunResults) =>
  parseXml(junitReport(results))
    .children.flatMap(({ children }) => children)
    .find(({ attributes }) => attributes.name === claim);

test('what a check comes to: a pass is held only when it is evidence, and a finding is one in any case', () => {
  expect(standingOf({ verdict: 'pass', evidence: true })).toBe('held');
  expect(standingOf({ verdict: 'pass', evidence: false })).toBe('no-evidence');
  for (const evidence of [true, false]) {
    expect(standingOf({ verdict: 'fail', evidence })).toBe('not-held');
    expect(standingOf({ verdict: 'inconclusive', evidence })).toBe('inconclusive');
  }
});

test('of all checks, those are no evidence in one process that only processes of their own can fail', () => {
  const seen: RunEvidence = {
    operations: [],
    answers: [],
    records: [],
    crossings: [{ from: 'isolated', to: 'user', channel: 'https', atMs: 1, head: '200', body: new Uint8Array() }],
    routeTables: [],
    lookups: [{ name: 'idp.acme.test', by: 'egress' }],
    sockets: { declared: [{ atMs: 1, opener: 'harness:exit' }], undeclared: [] },
    zones: { opened: ['cloud of world 1'], silences: [] },
    healings: [{ scenario: 'outage/a', fault: 'idp.killed', after: { seen: 'absent', detail: 'answered 200' } }],
    audits: [{ log: 'cloud', records: 2, whole: true }],
    leftBehind: [{ name: 'log of world 1', text: 'info started' }],
    secrets: [],
  };
  const judged = checkers.map((checker) => ({
    together: runChecker(checker, { ...seen, zonesApart: false }),
    apart: runChecker(checker, { ...seen, zonesApart: true }),
  }));
  const onlyApart = judged.filter(({ together, apart }) => apart.evidence && !together.evidence);
  expect(onlyApart.map(({ together }) => together.name)).toEqual(['nothing-crosses-that-the-table-does-not-allow', 'every-zone-is-heard']);
  for (const { together, apart } of onlyApart) {
    expect([standingOf(together), standingOf(apart)]).toEqual(['no-evidence', 'held']);
    expect([together.note, apart.note]).toEqual([expect.stringContaining('--processes'), undefined]);
  }
  const ofRun = (checkers: RunResults['checkers']): string => rowOf({ ...greenResults(), checkers }, 'S1');
  expect(ofRun(judged.map(({ together }) => together))).toMatch(/class="badge skipped">.*no evidence/);
  expect(ofRun(judged.map(({ apart }) => apart))).toMatch(/class="badge pass">/);
});

test('the page counts it apart from what held, and says why', () => {
  const [before = '', held = ''] = sectionOf(greenResults(), 'checks').split('<details class="held"');
  expect(before).toContain('1 without evidence</h3>');
  expect(before).toMatch(/no evidence<\/span>[\s\S]*Only what is on the table crossed[\s\S]*Boundary: judged in one process/);
  expect(held).toContain('2 held</summary>');
  expect(held).not.toContain(claim);
  const whole = sectionOf(apart(greenResults()), 'checks');
  expect(whole).toContain('3 held</summary>');
  expect(whole).not.toContain('evidence<');
});

test('a requirement that nothing else judges is not green by it', () => {
  expect(rowOf(greenResults(), 'S1')).toMatch(/class="badge skipped">.*no evidence/);
  expect(rowOf(greenResults(), 'S1')).not.toContain('mark-pass');
  expect(rowOf(apart(greenResults()), 'S1')).toMatch(/class="badge pass">/);
});

test('a requirement that something else judges keeps that verdict, and the check beside it is marked', () => {
  const results = greenResults();
  const checkers = results.checkers.map((checker) => ({ ...checker, cites: [...checker.cites, 'M-01'] }));
  const row = rowOf({ ...results, checkers }, 'M-01');
  expect(row).toMatch(/class="badge pass">/);
  expect(row).toMatch(new RegExp(`mark-skipped[^\n]*${claim}</a> <span class="quiet">no evidence`));
});

test('the terminal counts it apart', () => {
  expect(checksLine(greenResults())).toBe('  Whole-run checks: 2 of 3 held, 1 without evidence.');
  expect(checksLine(apart(greenResults()))).toBe('  Whole-run checks: 3 of 3 held.');
});

test('for CI it is skipped, with the reason', () => {
  const skipped = boundaryCase(greenResults())?.children.find(({ name }) => name === 'skipped');
  expect(skipped?.attributes).toEqual({ type: 'no-evidence', message: 'no evidence: boundary: judged in one process' });
  expect(parseXml(junitReport(greenResults())).attributes).toMatchObject({ failures: '0', errors: '0', skipped: '1' });
  expect(boundaryCase(apart(greenResults()))?.children.map(({ name }) => name)).toEqual(['system-out']);
});

test('for machines it is a field that every check has, and that the schema explains', () => {
  const { checkers } = JSON.parse(resultsJson(greenResults())) as RunResults;
  expect(checkers.map(({ evidence }) => evidence)).toEqual([true, true, false]);
  const { required, properties } = JSON.parse(resultsJsonSchema()).properties.checkers.items;
  expect(required).toContain('evidence');
  expect(properties.evidence.description).toContain('not held');
});

test('the verdict of the run stays: what is no evidence is cautioned against, and fails nothing', () => {
  expect(terminalSummary(greenResults(), []).join('\n')).toMatch(/PASS[\s\S]*Exit code 0[\s\S]*CAUTION/);
});

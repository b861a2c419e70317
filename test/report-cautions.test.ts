/** What a reader must not overlook in a run that looks good: that it was interrupted, and on what its boundary was judged. */
import { expect, test } from 'vitest';
import type { RunResults } from '../harness/verdict/results.ts';
import { htmlReport, terminalSummary } from '../reports/index.ts';
import { apart, greenResults } from './samples/run-results.ts';

const header = (report: string): string => report.slice(report.indexOf('<header'), report.indexOf('</header>'));

const cut = (): RunResults => {
  const results = greenResults();
  const notRun = [{ id: 'outage/it-goes-on', claim: 'it goes on' }];
  const run = { ...results.run, interrupted: true };
  return { ...results, run, notRun, planned: results.planned + 1, verdict: 'inconclusive', exitCode: 3 };
};

test('a boundary judged in one process is called no evidence, beside the verdict and at the end of the run', () => {
  expect(terminalSummary(greenResults(), []).join('\n')).toMatch(/CAUTION +The boundary .* is not evidence/);
  expect(header(htmlReport(greenResults()))).toMatch(/The boundary .* is not evidence/);
});

test('nothing is said against a boundary that was judged in a process for each zone', () => {
  expect(terminalSummary(apart(greenResults()), []).join('\n')).not.toContain('CAUTION');
  expect(header(htmlReport(apart(greenResults())))).not.toContain('caution');
});

test('an interrupted run says so first, counts what its checks did not see, and names what was not judged', () => {
  const said = terminalSummary(cut(), []).join('\n');
  expect(said).toContain('Interrupted: 1 planned scenario did not run.');
  expect(said).toContain('2 of 3 held, 1 without evidence, over what ran until the interruption');
  expect(said).toContain('1 of 10 planned scenarios were not judged at all');
  expect(said).toMatch(/Not judged:\n {2}○ It goes on/);
  const report = htmlReport(cut());
  expect(header(report)).toContain('The run was interrupted');
  expect(report).toContain('they saw 9 of 10 planned scenarios');
  expect(report).toMatch(/Nothing is known about this claim.*It goes on/s);
});

test('a run that was interrupted before anything was judged does not speak of what ran before', () => {
  const { scenarios, ...nothing } = cut();
  const notRun = [...nothing.notRun, ...scenarios.map(({ id, claim }) => ({ id, claim }))];
  const said = terminalSummary({ ...nothing, scenarios: [], notRun }, []).join('\n');
  expect(said).toContain('was interrupted before anything was judged');
  expect(said).not.toContain('saw only what ran before');
});

test('of many that were not judged, a terminal names ten', () => {
  const notRun = Array.from({ length: 14 }, (_, index) => ({ id: `a/${index}`, claim: `claim ${index}` }));
  expect(terminalSummary({ ...cut(), notRun }, []).filter((line) => /^ {2}(○ Claim|and 4 more)/.test(line))).toHaveLength(11);
});

test('an id stands beside what it is about, in the card, in the index and where the run is weaker', () => {
  const report = htmlReport({ ...greenResults(), titles: { 'G-01': 'The title of G-01', 'A-12': 'The title of A-12' } });
  expect(report.match(/The title of G-01/g)).toHaveLength(1);
  expect(report).toMatch(/id="requirement-a-12">A-12<\/span> <span class="title">The title of A-12/);
  expect(report).toMatch(/href="#requirement-a-12">A-12<\/a> <span>The title of A-12/);
});

test('three hundred scenarios fold into their folders, with counts', () => {
  const results = greenResults();
  const [first] = results.scenarios;
  const scenarios = Array.from({ length: 300 }, (_, index) => ({ ...(first ?? []), id: `folder-${index % 3}/claim-${index}` }) as never);
  const report = htmlReport({ ...results, scenarios, planned: 300 });
  expect(report.match(/<details class="group">/g)).toHaveLength(3);
  expect(report.match(/ 100 passed<\/span>/g)).toHaveLength(3);
});

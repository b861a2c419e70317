/** The report's words for the checks over the whole run, for groups, and for a run of one scenario. */
import { expect, test } from 'vitest';
import { checkers } from '../harness/checkers/index.ts';
import { headingOf, singularUnits } from '../reports/in-words.ts';
import { htmlReport } from '../reports/index.ts';
import { greenResults } from './samples/run-results.ts';

type Results = ReturnType<typeof greenResults>;
const withCheck = (changes: Partial<Results['checkers'][number]>): Results => {
  const results = greenResults();
  const [first] = results.checkers;
  if (first === undefined) throw new Error('the sample has no check');
  return { ...results, checkers: [{ ...first, ...changes }] };
};
const checksOf = (results: Results): string => /<section id="checks"[\s\S]*?<\/section>/.exec(htmlReport(results))?.[0] ?? '';

test('whatever a check counts has a word for one', () => {
  expect(checkers.map(({ unit }) => unit).filter((unit) => !(unit in singularUnits))).toEqual([]);
  expect(checksOf(withCheck({ examined: 1, unit: 'installed faults' }))).toContain('1 installed fault<');
  expect(checksOf(withCheck({ examined: 2, unit: 'installed faults' }))).toContain('2 installed faults<');
});

test('a note stands with the claim, not among the findings', () => {
  const shown = checksOf(withCheck({ note: 'one thing was not looked at', findings: [] }));
  expect(/data-label="Claim">[\s\S]*?<\/th>/.exec(shown)?.[0]).toContain('One thing was not looked at');
  expect(/data-label="Findings">[\s\S]*?<\/td>/.exec(shown)?.[0]).toContain('none');
});

test.each([
  ['oidc', 'OIDC'],
  ['saml', 'SAML'],
  ['break-glass', 'Break glass'],
  ['ID tokens', 'ID tokens'],
])('the group %s is called %s', (name, heading) => {
  expect(headingOf(name)).toBe(heading);
});

test('one scenario needs no strip of marks', () => {
  const results = greenResults();
  expect(htmlReport(results)).toContain('One mark for each scenario');
  expect(htmlReport({ ...results, scenarios: results.scenarios.slice(0, 1) })).not.toContain('One mark for each scenario');
});

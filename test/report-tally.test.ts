/** Results that claim more than they hold are caught, each in its own way. */
import { expect, test } from 'vitest';
import { contradictions, worst } from '../reports/tally.ts';
import { greenResults, troubledResults } from './samples/run-results.ts';

const green = greenResults();
const trouble = troubledResults();
const only = (kind: string) => trouble.scenarios.filter(({ verdict }) => verdict.kind === kind);

test('honest results contradict nothing', () => {
  expect(contradictions(green)).toEqual([]);
  expect(contradictions(trouble)).toEqual([]);
});

test.each([
  ['a failed scenario', { ...green, scenarios: [...green.scenarios, ...only('fail')], planned: 10 }, 'not every scenario passed'],
  [
    'an inconclusive scenario',
    { ...green, scenarios: [...green.scenarios, ...only('inconclusive')], planned: 10 },
    'not every scenario passed',
  ],
  ['a check that did not hold', { ...green, checkers: trouble.checkers }, 'a whole-run check did not hold'],
  ['a scenario that never ran', { ...green, planned: 10 }, 'not everything that was planned was run'],
  ['only skipped scenarios', { ...green, scenarios: only('skipped'), planned: 1 }, 'nothing passed'],
  ['another exit code', { ...green, exitCode: 1 }, 'the exit code is 1'],
  ['more than was planned', { ...green, planned: 3 }, 'More scenarios were run'],
  [
    'a blind checker',
    { ...green, checkers: green.checkers.map((checker) => ({ ...checker, canary: 'not-found' as const })) },
    'its planted finding was not found',
  ],
  [
    'a held check with findings',
    { ...green, checkers: green.checkers.map((checker) => ({ ...checker, findings: ['x'] })) },
    'and yet it has findings',
  ],
  [
    'a passed scenario with an unmet expectation',
    {
      ...green,
      scenarios: green.scenarios.map((one) => ({ ...one, expectations: [{ claim: 'c', judged: 'not-met' as const, observed: 'o' }] })),
    },
    'with an expectation that was not met',
  ],
])('a green verdict with %s is called out', (_, results, said) => {
  const found = contradictions(results);
  expect(found.length).toBeGreaterThan(0);
  expect(found.every((sentence) => sentence.includes(said))).toBe(true);
});

test('the worst verdict speaks for a requirement, and a skip only when nothing ran', () => {
  expect(worst(['pass', 'skipped'])).toBe('pass');
  expect(worst(['pass', 'inconclusive', 'skipped'])).toBe('inconclusive');
  expect(worst(['inconclusive', 'error', 'fail'])).toBe('fail');
  expect(worst(['skipped'])).toBe('skipped');
  expect(worst([])).toBeUndefined();
});

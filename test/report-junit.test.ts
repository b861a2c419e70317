/** JUnit XML: well-formed whatever a run recorded, and never green for what is unknown. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { junitReport } from '../reports/index.ts';
import { poisoned } from './samples/poisoned.ts';
import { apart, greenResults, troubledResults } from './samples/run-results.ts';
import { type Element, parseXml } from './samples/xml.ts';

const casesOf = (root: Element): Element[] => root.children.flatMap(({ children }) => children);
const verdictsOf = (root: Element): (string | undefined)[] =>
  casesOf(root).flatMap(({ children }) =>
    children.flatMap(({ name, attributes }) => (name === 'system-out' ? [] : [`${name}:${attributes.type}`])),
  );

test('each verdict becomes the word that a CI system understands', () => {
  const root = parseXml(junitReport(troubledResults()));
  expect(verdictsOf(root).toSorted()).toEqual(['error:error', 'error:inconclusive', 'failure:fail', 'failure:fail', 'skipped:skipped']);
  expect(root.attributes).toMatchObject({ tests: '16', failures: '2', errors: '2', skipped: '1' });
});

test('a green run has a case for each scenario and each check, and no problem', () => {
  const results = apart(greenResults());
  const root = parseXml(junitReport(results));
  expect(casesOf(root)).toHaveLength(results.scenarios.length + results.checkers.length);
  expect(verdictsOf(root)).toEqual([]);
});

test('what was planned and never ran is an error', () => {
  const root = parseXml(junitReport({ ...apart(greenResults()), planned: 40, verdict: 'inconclusive', exitCode: 3 }));
  expect(verdictsOf(root)).toEqual(['error:inconclusive']);
});

test('the counts of a suite are those of its cases', () => {
  for (const suite of parseXml(junitReport(troubledResults())).children) expect(suite.attributes.tests).toBe(String(suite.children.length));
});

test('whatever a run recorded, the file is well-formed and says it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const root = parseXml(junitReport(poisoned(troubledResults(), text)));
      expect(casesOf(root)).toHaveLength(16);
    }),
    { numRuns: 60, examples: ['a\u0000\u001b[31m', ']]>', '<a b="c">&amp;', '\ud800\uffff', 'a\nb\tc\rd'].map((text): [string] => [text]) },
  );
  const root = parseXml(junitReport(poisoned(troubledResults(), 'x <&"\'\n> y')));
  expect(casesOf(root).every(({ attributes }) => attributes.name === 'X <&"\'\n> y')).toBe(true);
});

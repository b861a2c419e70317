/** `results.json`: written in one form, described by a schema, and read back whole or not at all. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parseResults, resultsJson, resultsJsonSchema } from '../reports/index.ts';
import { greenResults, troubledResults } from './samples/run-results.ts';

const problemOf = (text: string): string => {
  const parsed = parseResults(text);
  return parsed.ok ? '' : parsed.problem;
};

test('what is written is read back as it was, and written again byte for byte', () => {
  const text = resultsJson(troubledResults());
  const parsed = parseResults(text);
  expect(parsed).toEqual({ ok: true, results: troubledResults() });
  expect(parsed.ok && resultsJson(parsed.results)).toBe(text);
});

test('the order in which keys were made does not change the file', () => {
  const { run, ...rest } = greenResults();
  expect(resultsJson({ ...rest, run })).toBe(resultsJson(greenResults()));
});

test('the published schema accepts the file and rejects one with another verdict', () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(resultsJsonSchema()));
  expect(validate(JSON.parse(resultsJson(troubledResults())))).toBe(true);
  expect(validate({ ...JSON.parse(resultsJson(greenResults())), verdict: 'fine' })).toBe(false);
});

test('results that do not fit the schema are not written', () => {
  expect(() => resultsJson({ ...greenResults(), exitCode: Number.NaN })).toThrow(/exitCode/);
});

test.each([
  ['', 'empty'],
  ['{"schema":"tempered-results/1","run":{', 'not JSON'],
  ['[]', 'not named'],
  ['{"schema":"tempered-results/9"}', '"tempered-results/9"'],
  ['{"schema":"tempered-results/1"}', 'run: '],
])('says what is wrong with %j', (text, said) => {
  expect(problemOf(text)).toContain(said);
});

test('every cut of a file is refused', () => {
  const text = resultsJson(greenResults());
  for (const part of [0.1, 0.5, 0.9]) expect(parseResults(text.slice(0, Math.floor(text.length * part))).ok).toBe(false);
});

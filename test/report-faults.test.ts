/** The report's table of faults: family by family, with means, what must come of it and verdict, and nothing in it that becomes markup. */
import { expect, test } from 'vitest';
import { type RunResults, resultsSchema } from '../harness/verdict/results.ts';
import { htmlReport } from '../reports/index.ts';
import { greenResults, troubledResults } from './samples/run-results.ts';

const withFaults = (results: RunResults, text = ''): RunResults =>
  resultsSchema.parse({
    ...results,
    scenarios: results.scenarios.map((scenario, index) => ({
      ...scenario,
      fault: `idp.killed${text}`,
      ...(index % 2 === 0
        ? {
            disturbance: {
              family: `process${text}`,
              title: `It was killed${text}.`,
              means: `process${text}`,
              meets: `sso.idp.unavailable${text}`,
            },
          }
        : {}),
    })),
  });
const section = (report: string): string => /<section id="faults"[\s\S]*?<\/section>/.exec(report)?.[0] ?? '';

test('a run without faults has no table of them', () => {
  const { scenarios, ...rest } = greenResults();
  const without = scenarios.map(({ disturbance: _none, ...scenario }) => scenario);
  expect(section(htmlReport({ ...rest, scenarios: without }))).toBe('');
});

test('each fault stands there once, with its means, its code and its verdict', () => {
  const results = withFaults(troubledResults());
  const shown = section(htmlReport(results));
  expect(shown.match(/<tr/g)).toHaveLength(results.scenarios.filter(({ disturbance }) => disturbance).length + 1);
  expect(shown).toContain('its process');
  expect(shown).toContain('<code>sso.idp.unavailable</code>');
});

test('nothing in it becomes markup', () => {
  expect(section(htmlReport(withFaults(greenResults(), '<b>bold</b>')))).not.toContain('<b>');
});

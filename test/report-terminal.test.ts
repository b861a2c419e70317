/** The last words on a terminal: counts in the last line, what did not pass in between, and nothing that moves the cursor. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { terminalSummary } from '../reports/index.ts';
import { poisoned } from './samples/poisoned.ts';
import { greenResults, troubledResults } from './samples/run-results.ts';

test('the last line holds the counts', () => {
  expect(terminalSummary(troubledResults(), []).at(-1)).toBe('13 planned: 9 passed, 1 failed, 1 error, 1 inconclusive, 1 skipped');
  expect(terminalSummary(greenResults(), ['Report: x']).at(-1)).toBe('9 planned: 9 passed, 0 failed, 0 error, 0 inconclusive, 0 skipped');
  expect(terminalSummary({ ...greenResults(), planned: 11 }, []).at(-1)).toMatch(/, 2 not run$/);
});

test('what did not pass is told with the code that was expected and what was observed', () => {
  const said = terminalSummary(troubledResults(), []).join('\n');
  expect(said).toMatch(
    /failed +A login from an unlisted address is refused\n +expected refused with break-glass\.login\.address-not-allowed; observed ok/,
  );
  expect(said).toContain('Exit code 1: a check failed.');
});

test('a green run names nothing that did not pass', () => {
  expect(terminalSummary(greenResults(), []).join('\n')).not.toMatch(/failed {2}|not held|Do not rely/);
});

test('a green verdict over results that are not green is called out', () => {
  expect(terminalSummary({ ...troubledResults(), verdict: 'pass', exitCode: 0 }, []).join('\n')).toContain('Do not rely on this run');
});

test('nothing that was recorded can control the terminal or begin a line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const lines = terminalSummary(poisoned(troubledResults(), text), []);
      expect(lines.filter((line) => /\p{Cc}|\p{Bidi_Control}/u.test(line))).toEqual([]);
      expect(lines.filter((line) => line.startsWith('99 planned'))).toEqual([]);
    }),
    { numRuns: 40, examples: ['\u001b[2J', 'a\n99 planned: 99 passed', '\u202eabc', '\u009b1A'].map((text): [string] => [text]) },
  );
});

/** What the benchmark is told and what it says: options, the order of interleaved pairs, targets, the table. */
import { expect, test } from 'vitest';
import { shuffled } from '../bench/break-glass-refusals.ts';
import { documentOf } from '../bench/document.ts';
import { type Figure, isMet, type Measured, type Reading, roundsOf } from '../bench/figure.ts';
import { interleaved } from '../bench/interleaved.ts';
import { wishFrom } from '../bench/options.ts';
import { spreadOf } from '../bench/statistics.ts';
import { tableOf } from '../bench/words.ts';

const figure = (name: string): Figure => ({ name, question: `how much is ${name}?`, run: async () => [] });
const figures = [figure('memory'), figure('suite')];
const reading = (values: readonly number[], target?: Measured['target']): Measured => ({
  what: 'a thing',
  unit: 'ratio',
  spread: spreadOf(values),
  ...(target ? { target } : {}),
});

test('without words every figure is measured, with its own number of rounds', () => {
  const wish = wishFrom([], figures);
  expect(wish).toEqual({ only: figures, quick: false, runs: undefined, json: undefined, seed: 1 });
  expect(roundsOf({ ...wish, progress: () => {} }, { usual: 7, quick: 2 })).toBe(7);
});

test('quick takes the smaller number, and an asked number goes before both', () => {
  const bench = { quick: true, runs: undefined, seed: 1, progress: () => {} };
  expect(roundsOf(bench, { usual: 7, quick: 2 })).toBe(2);
  expect(roundsOf({ ...bench, runs: 4 }, { usual: 7, quick: 2 })).toBe(4);
});

test('an unknown figure, flag or number is a usage error that names the nearest', () => {
  expect(() => wishFrom(['--only', 'memry'], figures)).toThrow(/did you mean memory/);
  expect(() => wishFrom(['--quik'], figures)).toThrow(/--quick/);
  expect(() => wishFrom(['--runs', '0'], figures)).toThrow(/from 1/);
});

test('pairs are measured in turn, the other side first each time, and warm-ups do not count', async () => {
  const order: string[] = [];
  const side = (name: string, value: number) => async () => {
    order.push(name);
    return value;
  };
  const pairs = await interleaved(
    { ours: side('ours', 1), peer: side('peer', 2) },
    { rounds: 2, warmUps: 1, progress: () => {}, what: 'numbers' },
  );
  expect(order).toEqual(['peer', 'ours', 'ours', 'peer', 'peer', 'ours']);
  expect(pairs).toEqual({ ours: [1, 1], peer: [2, 2] });
});

test('a target is judged by the median, on both sides', () => {
  expect(isMet(reading([0.1, 0.2, 9], { atMost: 0.25 }))).toBe(true);
  expect(isMet(reading([0.3], { atMost: 0.25 }))).toBe(false);
  expect(isMet(reading([0.44], { atLeast: 0.45, atMost: 0.55 }))).toBe(false);
  expect(isMet(reading([1]))).toBeUndefined();
});

test('the table and the document say of what was not measured why', () => {
  const readings: Reading[] = [reading([0.5], { atMost: 0.25 }), { what: 'another', notMeasured: 'no engine answers' }];
  const table = tableOf([{ figure: 'memory', loadBefore: 7.25, readings }], { cores: 2, width: 120 });
  expect(table).toMatch(/a thing .*0\.500.*≤ 0\.25.*missed/);
  expect(table).toContain('memory, another: not measured: no engine answers');
  expect(table).toContain('memory 7.3');
  const place = { cores: 2, processor: 'p', memoryMb: 1, platform: 'linux x64', node: 'v24' };
  const document = documentOf({ startedAtMs: 0, endedAtMs: 1, quick: true, seed: 1, place }, [
    { figure: 'memory', loadBefore: 7.25, readings },
  ]);
  expect(document.figures[0]?.readings).toMatchObject([{ met: false }, { notMeasured: 'no engine answers' }]);
});

test('shuffling keeps every item, whatever is drawn', () => {
  for (const drawn of [0, 0.5, 0.999]) expect(shuffled(['a', 'b', 'c'], () => drawn).toSorted()).toEqual(['a', 'b', 'c']);
});

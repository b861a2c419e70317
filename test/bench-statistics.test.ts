/** The numbers of the benchmark: the classifier against counting every pair, the others against values worked out by hand. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aucByChance, classifierAuc, median, pairRatios, slope, spreadOf } from '../bench/statistics.ts';

const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 });

test('the median is the middle value, or the mean of the two middle ones', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2.5, 7]);
});

test('a spread tells least, most, and a deviation that one bad sample does not move', () => {
  expect(spreadOf([10, 11, 12, 13, 900])).toEqual({ median: 12, least: 10, most: 900, deviation: 1, samples: 5 });
});

test('no samples make no figure', () => {
  expect(() => spreadOf([])).toThrow(RangeError);
  expect(() => classifierAuc([], [1])).toThrow(RangeError);
  expect(() => slope([1])).toThrow(RangeError);
});

test('ratios are taken pair by pair, and half a pair is refused', () => {
  expect(pairRatios([1, 6], [2, 3])).toEqual([0.5, 2]);
  expect(() => pairRatios([1, 2], [1])).toThrow(RangeError);
});

test('the classifier counts every pair, ties as half', () => {
  const counted = (one: readonly number[], other: readonly number[]): number => {
    const won = one.flatMap((a) => other.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
    return won.reduce((sum: number, each) => sum + each, 0) / won.length;
  };
  fc.assert(fc.property(values, values, (one, other) => void expect(classifierAuc(one, other)).toBeCloseTo(counted(one, other), 10)));
});

test('the classifier says 0.5 of a group against itself, and 1 of two that never meet', () => {
  fc.assert(fc.property(values, (one) => void expect(classifierAuc(one, one)).toBeCloseTo(0.5, 10)));
  expect(classifierAuc([5, 6, 7], [1, 2, 3])).toBe(1);
});

test('a thousand samples of each leave little to chance, a hundred do not', () => {
  expect(2 * aucByChance(1_000, 1_000)).toBeCloseTo(0.026, 3);
  expect(2 * aucByChance(100, 100)).toBeGreaterThan(0.05);
});

test('the slope of a straight line is its step', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: -1_000, max: 1_000 }),
      fc.integer({ min: 2, max: 20 }),
      (start, step, count) => void expect(slope(Array.from({ length: count }, (_, place) => start + place * step))).toBeCloseTo(step, 3),
    ),
  );
});

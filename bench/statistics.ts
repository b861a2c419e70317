/** The few numbers that a benchmark says about its samples: middle, spread, ratio pair by pair, slope, and how well two groups can be told apart. */

/** All in the unit of the samples. `deviation` is the median absolute deviation from the median: one bad sample does not move it. */
export type Spread = {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly deviation: number;
  readonly samples: number;
};

/** Throws `RangeError` for no values: a figure without samples must not look like one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError('there is no middle of no samples');
  return (lower + upper) / 2;
}

/** Throws `RangeError` for no values. */
export function spreadOf(values: readonly number[]): Spread {
  const middle = median(values);
  return {
    median: middle,
    least: Math.min(...values),
    most: Math.max(...values),
    deviation: median(values.map((value) => Math.abs(value - middle))),
    samples: values.length,
  };
}

/** Each value of `ours` by the one of `peer` that was measured beside it. Throws `RangeError` when they do not come in pairs. */
export function pairRatios(ours: readonly number[], peer: readonly number[]): readonly number[] {
  if (ours.length !== peer.length) throw new RangeError(`${ours.length} and ${peer.length} samples make no pairs`);
  return ours.map((value, place) => value / (peer[place] ?? Number.NaN));
}

/**
 * The chance that a value of `one` is greater than a value of `other`, ties counted half: the area under the curve of the best
 * threshold classifier (Mann–Whitney). 0.5 means that they cannot be told apart, 0 or 1 that they always can.
 * Throws `RangeError` when a group is empty.
 */
export function classifierAuc(one: readonly number[], other: readonly number[]): number {
  if (one.length === 0 || other.length === 0) throw new RangeError('a classifier needs samples of both groups');
  const all = [...one.map((value) => ({ value, first: true })), ...other.map((value) => ({ value, first: false }))].toSorted(
    (a, b) => a.value - b.value,
  );
  let rankSum = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end]?.value === all[start]?.value) end += 1;
    const sharedRank = (start + 1 + end) / 2;
    rankSum += sharedRank * all.slice(start, end).filter(({ first }) => first).length;
    start = end;
  }
  return (rankSum - (one.length * (one.length + 1)) / 2) / (one.length * other.length);
}

/** How far from 0.5 chance alone takes the classifier when the groups do not differ: one standard deviation (Mann–Whitney, without ties). */
export const aucByChance = (one: number, other: number): number => Math.sqrt((one + other + 1) / (12 * one * other));

/** Of the straight line with the least squared distance to `values`, measured at 0, 1, 2 …: what one step more costs. Throws `RangeError` below two values. */
export function slope(values: readonly number[]): number {
  if (values.length < 2) throw new RangeError('one value has no slope');
  const middlePlace = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const together = values.reduce((sum, value, place) => sum + (place - middlePlace) * (value - mean), 0);
  const squares = values.reduce((sum, _value, place) => sum + (place - middlePlace) ** 2, 0);
  return together / squares;
}

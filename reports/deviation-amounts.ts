/** How many deviations there are, and how many different things they show: two that break one clause at one rule are variants of each other. */
import { amount } from './amounts.ts';

type Deviating = { readonly breaks: string; readonly refusedWith: string };

/** A clause without what only describes it: `RFC 6749 §3.1 (state)` is `RFC 6749 §3.1`. The number of an item stays: `OIDC Core 1.0 §3.1.3.7 (3)`. */
export const clauseOf = (breaks: string): string => breaks.replace(/ \((?!\d+\))[^)]*\)/g, '');

/** `3 deviations, 2 distinct (clause, rule) pairs, 1 distinct refusal code`. Each deviation is expected once. */
export function deviationAmounts(deviations: readonly Deviating[]): string {
  const pairs = new Set(deviations.map(({ breaks, refusedWith }) => JSON.stringify([clauseOf(breaks), refusedWith])));
  const codes = new Set(deviations.map(({ refusedWith }) => refusedWith));
  return [
    amount(deviations.length, 'deviation'),
    amount(pairs.size, 'distinct (clause, rule) pair'),
    amount(codes.size, 'distinct refusal code'),
  ].join(', ');
}

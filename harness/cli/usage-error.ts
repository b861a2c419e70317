/** What a person asked for and cannot have as it was written: exit 2, one clear line, and the nearest thing that exists. */
import { closest, distance } from 'fastest-levenshtein';

export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** ` (did you mean x?)`, or nothing when no valid word is near. */
export function didYouMean(word: string, valid: readonly string[]): string {
  if (valid.length === 0) return '';
  const nearest = closest(word.toLowerCase(), [...valid]);
  return distance(word.toLowerCase(), nearest) <= Math.max(2, Math.floor(nearest.length / 3)) ? ` (did you mean ${nearest}?)` : '';
}

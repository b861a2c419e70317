/** What is wrong with a configuration, in plain words: where, and what would be right; never the value that was given. */
import type { z } from 'zod';
import { didYouMean } from '../usage-error.ts';

type Issue = z.core.$ZodIssue;

const kinds: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  array: 'a list in square brackets',
  object: 'names and values in braces',
};

/** `2 characters`, `1 entry`: what a limit counts. */
const counted = (origin: string, limit: number | bigint): string =>
  origin === 'string'
    ? `${limit} characters`
    : origin === 'array'
      ? `${limit} ${limit === 1n || limit === 1 ? 'entry' : 'entries'}`
      : `${limit}`;
const limited = (origin: string, words: string, limit: number | bigint): string =>
  origin === 'string' || origin === 'array' ? `must have ${words} ${counted(origin, limit)}` : `must be ${words} ${limit}`;

/** `given` is what stands at the issue's place: it is compared with what is valid, and never said. `known` are the names that may stand there. */
export function problemInWords(issue: Issue, { given, known }: { readonly given: unknown; readonly known: readonly string[] }): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value': {
      const valid = issue.values.map(String);
      return `must be one of ${valid.join(', ')}${typeof given === 'string' ? didYouMean(given, valid) : ''}`;
    }
    case 'too_small':
      return limited(issue.origin, 'at least', issue.minimum);
    case 'too_big':
      return limited(issue.origin, 'at most', issue.maximum);
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `there is no ${key}${didYouMean(key, known)}`).join('; ')}; there are ${known.join(', ')}`;
    default:
      return issue.message;
  }
}

/** Sample results in which every free text is replaced, to see what reports make of texts that nobody chose. */
import { type RunResults, resultsSchema } from '../../harness/verdict/results.ts';

const freeKeys = new Set(
  'id claim file proves needs fault deviation expected observed cause detail lacks landedOn reference code shown actor verb from name note title cites unit findings version commit node platform browser command driver because warnings why'.split(
    ' ',
  ),
);

const replaced = (value: unknown, text: string, key: string, within: string): unknown => {
  if (typeof value === 'string')
    return (freeKeys.has(key) || within === 'titles') && !(key === 'why' && within === 'verdict') ? text : value;
  if (Array.isArray(value)) return value.map((item) => replaced(item, text, key, within));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replaced(inner, text, name, key)]));
};

/** The same results with `text` in place of every text that is not one of a fixed set; still fits the schema. */
export const poisoned = (results: RunResults, text: string): RunResults => resultsSchema.parse(replaced(results, text, '', ''));

/** Finds and replaces single rules in the tables of a policy, wherever they stand in it. */
import { closest } from 'fastest-levenshtein';
import type { ReferencePolicy } from '../target/reference/index.ts';

export type AnyRule = {
  readonly code: string;
  readonly cites: readonly string[];
  readonly holds: (facts: never) => boolean;
};

/** The codes of every table, in the order of the policy. */
export const codesOf = (policy: ReferencePolicy): readonly string[] => tablesIn(policy).flatMap((table) => table.map(({ code }) => code));

function tablesIn(value: unknown): readonly (readonly AnyRule[])[] {
  if (Array.isArray(value)) return [value as readonly AnyRule[]];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(tablesIn) : [];
}

/** The same policy with this one rule changed; everything else is the same value. Throws a TypeError that names the nearest code when no table has it. */
export function withRule(policy: ReferencePolicy, code: string, change: (rule: AnyRule) => AnyRule): ReferencePolicy {
  const known = codesOf(policy);
  if (!known.includes(code)) throw new TypeError(`no table has the rule ${code}; the nearest is ${closest(code, [...known])}`);
  return changed(policy, (rule) => (rule.code === code ? change(rule) : rule)) as ReferencePolicy;
}

function changed(value: unknown, change: (rule: AnyRule) => AnyRule): unknown {
  if (Array.isArray(value)) return Object.freeze((value as readonly AnyRule[]).map(change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([name, part]) => [name, changed(part, change)])));
}

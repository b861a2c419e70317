/** A policy's digest shows every table, verifier and value by which is judged: no rule reads a value that it does not show (S6). */
import { parseSync, Visitor } from 'oxc-parser';
import { expect, test } from 'vitest';
import { releasedEdgePolicy } from '../system/edge/index.ts';
import { releasedIsolatedPolicy } from '../system/isolated/policy.ts';
import { policyDigest } from '../system/kernel/policy-digest.ts';
import type { Rule } from '../system/kernel/rule.ts';
import { linkRules } from '../system/support-desk/index.ts';

type AnyRule = Rule<never>;
const rulesIn = (value: unknown): readonly AnyRule[] =>
  Array.isArray(value)
    ? (value as readonly AnyRule[])
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(rulesIn)
      : [];

/** Every name in the text of a rule that is not its parameter, a member or a literal. */
function namesRead(text: string): readonly string[] {
  const names = new Set<string>();
  const notRead = new Set<unknown>();
  new Visitor({
    ArrowFunctionExpression: ({ params }) => {
      for (const parameter of params) if (parameter.type === 'Identifier') notRead.add(parameter.name);
    },
    MemberExpression: ({ object, property, computed }) => {
      if (!computed) notRead.add(property);
      // What is imported is a member of its module by the time that a test sees it.
      if (object.type === 'Identifier' && object.name.startsWith('__vite_ssr_import_')) {
        notRead.add(object.name);
        if (property.type === 'Identifier') names.add(property.name);
      }
    },
    Identifier: (node) => {
      if (!notRead.has(node)) names.add(node.name);
    },
  }).visit(parseSync('rule.ts', `(${text})`).program);
  return [...names].filter((name) => !notRead.has(name) && name !== 'undefined').toSorted();
}
const hidden = ({ holds, reads = {} }: AnyRule): readonly string[] => namesRead(`${holds}`).filter((name) => !(name in reads));

const all: readonly AnyRule[] = [releasedEdgePolicy, releasedIsolatedPolicy, { linkRules }].flatMap(rulesIn);

test('no released rule reads a value that its table does not show', () => {
  expect(all.length).toBeGreaterThan(100);
  expect(all.flatMap((rule) => hidden(rule).map((name) => `${rule.code} reads ${name}`))).toEqual([]);
});

const limit = 5;
const unless = (word: string) => (f: { readonly word: string }) => f.word !== word;
test.each<[string, AnyRule['holds'] | ((facts: { age: number; word: string }) => boolean), readonly string[]]>([
  ['a limit', (f: { age: number }) => f.age < limit, ['limit']],
  ['what a maker of rules was given', unless('x'), ['word']],
  ['nothing', (f: { age: number }) => f.age < 5 && f.age !== undefined, []],
])('a rule that reads %s is found out', (_name, holds, names) => {
  expect(hidden({ code: 'a.b.c', cites: ['S6'], holds: holds as AnyRule['holds'] })).toEqual(names);
});

test('a rule that reads another value, or another function, has another digest', () => {
  const digest = (reads: Record<string, unknown>): string =>
    policyDigest({ table: [{ code: 'a.b.c', cites: ['S6'], holds: (f: { age: number }) => f.age < limit, reads }] });
  expect(digest({ limit })).toBe(digest({ limit: 5 }));
  expect(digest({ limit: 6 })).not.toBe(digest({ limit }));
  expect(digest({ limit: { least: 1 } })).not.toBe(digest({ limit: { least: 2 } }));
  expect(digest({ limit: () => 1 })).not.toBe(digest({ limit: () => 2 }));
});

/** Group rules against an evaluator that was written another way, and what their activation may take away. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foretell } from '../system/isolated/directory/foretell.ts';
import { activate, planned, rulesIn } from '../system/isolated/directory/group-rules/activate.ts';
import { groupsByRules } from '../system/isolated/directory/group-rules/evaluate.ts';
import { groupRulesRules } from '../system/isolated/directory/group-rules/rules.ts';
import { massChangeRules } from '../system/isolated/directory/mass-change/rules.ts';
import type { DirectoryUser } from '../system/kernel/directory.ts';
import type { Condition, GroupRule, RuleSet } from '../system/kernel/group-rules.ts';
import { directoryStage } from './directory-stage.ts';
import { systemRandom } from './manual-ports.ts';

const groups = ['g-1', 'g-2', 'g-3'];
const attribute = fc.constantFrom('department' as const, 'title' as const);
const word = fc.constantFrom('a', 'b');
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    fc.record({ attribute, is: word }),
    fc.record({ attribute, present: fc.boolean() }),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));
const some = fc.subarray(groups);
const rule: fc.Arbitrary<GroupRule> = fc.record({
  name: fc.constantFrom('r-1', 'r-2', 'r-3', 'r-4', 'r-5'),
  when: condition,
  add: some,
  remove: some,
  except: fc.subarray(['u-1', 'u-2']),
});
const person = fc.record({
  subject: fc.constantFrom('u-1', 'u-2', 'u-3'),
  attributes: fc.record({ department: word, title: word }, { requiredKeys: [] }),
});

/** As somebody would say it aloud: from the last rule to the first, each overwriting what a later one said. */
function naively(rules: readonly GroupRule[], { subject, attributes }: Pick<DirectoryUser, 'subject' | 'attributes'>): readonly string[] {
  const meant = (c: Condition): boolean => {
    if ('not' in c) return meant(c.not) === false;
    if ('all' in c) return c.all.filter(meant).length === c.all.length;
    if ('any' in c) return c.any.filter(meant).length > 0;
    return 'is' in c ? attributes[c.attribute] === c.is : Object.keys(attributes).includes(c.attribute) === c.present;
  };
  const inside = new Set<string>();
  for (const { when, add, remove, except } of [...rules].reverse()) {
    if (except.indexOf(subject) >= 0 || !meant(when)) continue;
    for (const group of add) inside.add(group);
    for (const group of remove) inside.delete(group);
  }
  return [...inside].toSorted();
}

test('rules put everybody where a naive reading of them does', () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 5 }), person, (rules, user) => {
      expect([...groupsByRules(rules, user).keys()].toSorted()).toEqual(naively(rules, user));
    }),
    { numRuns: 2_000 },
  );
});

async function staffedStage() {
  const stage = directoryStage();
  const people = Array.from({ length: 20 }, (_, index) =>
    stage.person({ attributes: { department: index < 12 ? 'Foundry' : 'Assembly', title: 'Fitter' } }),
  );
  await stage.doing([
    { kind: 'group-created', group: { id: 'g-1', name: 'Foundry', changedAtMs: 0 } },
    ...people.map((user) => ({ kind: 'user-created', user }) as const),
  ]);
  const parts = {
    stored: stage.stored,
    active: stage.active,
    changing: stage.changing,
    clock: stage.clock,
    random: systemRandom,
    tables: { groupRules: groupRulesRules, massChange: massChangeRules },
  };
  const by = { actor: 'u-ada', peer: '' };
  const dryRun = (rules: RuleSet) => foretell(stage.stored, massChangeRules, { origin: 'group-rules', changes: planned(parts, rules) });
  return { ...stage, people, parts, by, dryRun };
}
const foundry = (more: object = {}) =>
  JSON.stringify([{ name: 'foundry', when: { attribute: 'department', is: 'Foundry' }, add: ['g-1'], ...more }]);

test('an activation puts in whom it means, a dry run says so before, and a second one changes nothing', async () => {
  const { parts, by, stored, people, dryRun } = await staffedStage();
  const rules = rulesIn(parts, foundry({ except: [people[0]?.subject] }));
  const foretold = dryRun(rules);
  expect(foretold).toMatchObject({ count: 11, totals: { gains: 11, loses: 0, changed: 0 }, guard: 'allowed' });
  expect(foretold.people[0]).toMatchObject({ gains: ['Foundry'], loses: [], becomes: [] });
  await activate(parts, rules, by);
  expect(stored.groups.members('g-1').toSorted()).toEqual(
    people
      .slice(1, 12)
      .map(({ subject }) => subject)
      .toSorted(),
  );
  expect(await activate(parts, rules, by)).toBe(0);
});

test('an inverted rule is stopped whole, and the rules that were in force stay', async () => {
  const { parts, by, stored, dryRun } = await staffedStage();
  await activate(parts, rulesIn(parts, foundry()), by);
  const before = JSON.stringify(stored.people.list());
  const inverted = rulesIn(parts, foundry({ when: { not: { attribute: 'department', is: 'Foundry' } } }));
  expect(dryRun(inverted)).toMatchObject({ totals: { gains: 8, loses: 12 }, guard: 'directory.mass-change.too-many-memberships-lost' });
  await expect(activate(parts, inverted, by)).rejects.toMatchObject({ code: 'directory.mass-change.too-many-memberships-lost' });
  await expect(activate(parts, rulesIn(parts, '[]'), by)).rejects.toMatchObject({ code: 'directory.mass-change.group-emptied' });
  expect([JSON.stringify(stored.people.list()), parts.active.current()]).toEqual([before, rulesIn(parts, foundry())]);
  await activate(parts, inverted, { ...by, approved: ['directory.mass-change.too-many-memberships-lost'] });
  expect(stored.groups.countMembers('g-1')).toBe(8);
});

test('a person who changes is put where the rules say, and departments that change places are stopped', async () => {
  const { parts, by, stored, people, doing } = await staffedStage();
  await activate(parts, rulesIn(parts, foundry()), by);
  const moved = (user: DirectoryUser | undefined, department: string) =>
    ({ kind: 'user-changed', subject: user?.subject ?? '', to: { attributes: { department, title: 'Fitter' } } }) as const;
  await doing([moved(people[0], 'Assembly'), moved(people[15], 'Foundry')]);
  expect([stored.groups.members('g-1').includes(people[0]?.subject ?? ''), stored.groups.countMembers('g-1')]).toEqual([false, 12]);
  await expect(doing(people.slice(0, 6).map((user) => moved(user, 'Fitter')))).rejects.toMatchObject({
    code: 'directory.mass-change.too-many-memberships-lost',
  });
});

test.each([
  ['what is no JSON', '{', 'malformed'],
  ['what is nested without an end', '['.repeat(10_000), 'malformed'],
  ['a word that nobody knows', foundry({ sometimes: true }), 'malformed'],
  ['an attribute that nobody knows', foundry({ when: { attribute: 'role', is: 'x' } }), 'malformed'],
  ['a group that is not there', foundry({ add: ['g-9'] }), 'group-unknown'],
  ['more exceptions than declared', foundry({ except: Array.from({ length: 101 }, (_, index) => `u-${index}`) }), 'too-many-exceptions'],
  ['one name twice', JSON.stringify([JSON.parse(foundry())[0], JSON.parse(foundry())[0]]), 'name-repeated'],
])('%s is refused', async (_name, text, reason) => {
  const { parts } = await staffedStage();
  expect(() => rulesIn(parts, text)).toThrow(expect.objectContaining({ code: `directory.group-rules.${reason}` }));
});

test('whatever text comes, there is a code', async () => {
  const { parts } = await staffedStage();
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      try {
        rulesIn(parts, text);
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^directory\.group-rules\./) });
      }
    }),
  );
});

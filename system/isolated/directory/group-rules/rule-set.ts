/** Reads group rules: parsed once, and told with every problem at once (N-02). What is wrong goes on record, so it is told by its place and never in the words of whoever typed it (I-11). Threats: a text that a parser would follow without an end; somebody's address on record, because it was typed where a group belongs. */
import { z } from 'zod';
import { attributeNames } from '../../../kernel/directory.ts';
import type { Condition, RuleSet } from '../../../kernel/group-rules.ts';
import type { Groups } from '../stored/groups.ts';
import type { GroupRulesFacts } from './rules.ts';

const attribute = z.enum(attributeNames);
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ attribute, is: z.string().max(200) }),
    z.strictObject({ attribute, present: z.boolean() }),
    z.strictObject({ all: z.array(condition).min(1).max(20) }),
    z.strictObject({ any: z.array(condition).min(1).max(20) }),
    z.strictObject({ not: condition }),
  ]),
);
const rule = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]{1,40}$/),
  when: condition,
  add: z.array(z.string()).max(20).default([]),
  remove: z.array(z.string()).max(20).default([]),
  except: z.array(z.string()).default([]),
});
const ruleSet = z.array(rule).max(100);
/** Deeper than anybody writes; a parser that follows it without an end is a way to stop the service. */
const longestText = 60_000;
const deepest = 20;

/** What could be read, with all that is wrong about it. */
export function readRuleSet(text: string, groups: Groups): { readonly rules: RuleSet; readonly facts: GroupRulesFacts } {
  const value = jsonOf(text);
  const read = value === undefined ? undefined : ruleSet.safeParse(value);
  const rules: RuleSet = read?.success ? read.data : [];
  const names = rules.map(({ name }) => name);
  return {
    rules,
    facts: {
      malformed: read?.success ? [] : [read ? inPlaces(read.error) : 'it is no JSON, too long or too deep'],
      repeatedNames: names.flatMap((name, index) => {
        const first = names.indexOf(name);
        return first === index ? [] : [`rule ${index + 1} has the name of rule ${first + 1}`];
      }),
      unknownGroups: rules.flatMap(({ add, remove }, index) => [
        ...unknownIn(add, groups, (number) => `rule ${index + 1}, number ${number} of the groups that it puts people into`),
        ...unknownIn(remove, groups, (number) => `rule ${index + 1}, number ${number} of the groups that it keeps people out of`),
      ]),
      exceptions: rules.map(({ except }) => except.length),
      draft: 'not-asked',
    },
  };
}

/** Of our own making: it says nothing of anybody. */
const groupId = /^g-[0-9a-f]{24}$/;
const unknownIn = (ids: readonly string[], groups: Groups, place: (number: number) => string): readonly string[] =>
  ids.flatMap((id, index) =>
    groups.find(id) ? [] : [`${place(index + 1)}: there is no ${groupId.test(id) ? `group ${id}` : 'such group'}`],
  );

/** A key that nobody knows is the only thing that the parser would repeat. */
const inPlaces = ({ issues }: z.ZodError): string =>
  z.prettifyError({
    issues: issues.map((issue) => (issue.code === 'unrecognized_keys' ? { ...issue, message: 'There is a key that no rule has' } : issue)),
  });

const mostCharacters = 400;
/** Which rules, by their place, and what of them: for whoever has to repair the set, and for the record. */
export const problemsIn = ({ malformed, repeatedNames, unknownGroups }: GroupRulesFacts): string =>
  [...malformed, ...repeatedNames, ...unknownGroups].join('; ').slice(0, mostCharacters);

function jsonOf(text: string): unknown {
  const depth = [...text].reduce(
    ({ now, most }, character) => {
      const next = '[{'.includes(character) ? now + 1 : ']}'.includes(character) ? now - 1 : now;
      return { now: next, most: Math.max(most, next) };
    },
    { now: 0, most: 0 },
  ).most;
  if (text.length > longestText || depth > deepest) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

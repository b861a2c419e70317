/** Reads group rules: parsed once, and told with every problem at once (N-02). Threat: a text that a parser would follow without an end. */
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
      malformed: read?.success ? [] : [read ? z.prettifyError(read.error) : 'it is no JSON, too long or too deep'],
      repeatedNames: names.filter((name, index) => names.indexOf(name) !== index),
      unknownGroups: rules.flatMap(({ name, add, remove }) =>
        [...add, ...remove].filter((id) => groups.find(id) === undefined).map((id) => `rule ${name}: there is no group “${inShort(id)}”`),
      ),
      exceptions: rules.map(({ except }) => except.length),
      draft: 'not-asked',
    },
  };
}

const longestShown = 60;
const inShort = (text: string): string => (text.length > longestShown ? `${text.slice(0, longestShown)}…` : text);

const mostCharacters = 400;
/** Which rules, and what of them: for whoever has to repair the set. */
export const problemsIn = ({ malformed, repeatedNames, unknownGroups }: GroupRulesFacts): string =>
  [...malformed, ...new Set(repeatedNames.map((name) => `rule ${name}: there is another of this name`)), ...new Set(unknownGroups)]
    .join('; ')
    .slice(0, mostCharacters);

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

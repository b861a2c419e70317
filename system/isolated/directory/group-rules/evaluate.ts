/** Evaluates group rules over people: pure, deterministic, and where two rules disagree about a group the earlier one decides (N-02). */
import type { DirectoryChange, DirectoryUser } from '../../../kernel/directory.ts';
import type { Condition, RuleSet } from '../../../kernel/group-rules.ts';

function isMeant(condition: Condition, { attributes }: Pick<DirectoryUser, 'attributes'>): boolean {
  if ('all' in condition) return condition.all.every((each) => isMeant(each, { attributes }));
  if ('any' in condition) return condition.any.some((each) => isMeant(each, { attributes }));
  if ('not' in condition) return !isMeant(condition.not, { attributes });
  const value = attributes[condition.attribute];
  return 'is' in condition ? value === condition.is : (value !== undefined) === condition.present;
}

/** The groups that rules put this person into, each with the rule that does. */
export function groupsByRules(rules: RuleSet, user: Pick<DirectoryUser, 'subject' | 'attributes'>): ReadonlyMap<string, string> {
  const decided = new Map<string, string | undefined>();
  for (const { name, when, add, remove, except } of rules) {
    if (except.includes(user.subject) || !isMeant(when, user)) continue;
    for (const group of remove) if (!decided.has(group)) decided.set(group, undefined);
    for (const group of add) if (!decided.has(group)) decided.set(group, name);
  }
  return new Map([...decided].flatMap(([group, name]) => (name === undefined ? [] : [[group, name] as const])));
}

/** What has to change so that this person is in the groups that the rules say, and by rules in no other. */
export function changesFor(rules: RuleSet, user: DirectoryUser): readonly DirectoryChange[] {
  const wanted = groupsByRules(rules, user);
  const { subject } = user;
  const held = user.memberships.filter(({ source }) => source.startsWith('rule:'));
  const stays = (group: string, source: string): boolean => `rule:${wanted.get(group)}` === source;
  return [
    ...[...wanted].flatMap(([group, name]): readonly DirectoryChange[] =>
      held.some((each) => each.group === group && each.source === `rule:${name}`)
        ? []
        : [{ kind: 'member-added', group, subject, source: `rule:${name}` }],
    ),
    ...held.flatMap(({ group, source }): readonly DirectoryChange[] =>
      stays(group, source) ? [] : [{ kind: 'member-removed', group, subject, source }],
    ),
  ];
}

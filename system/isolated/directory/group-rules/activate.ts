/** Tries and activates group rules over everybody: what would come of it is shown first, and what would be a mass is stopped whole (N-02, N-03). */
import type { DirectoryChange } from '../../../kernel/directory.ts';
import { demand } from '../../../kernel/refusal.ts';
import { judge, type RuleTable } from '../../../kernel/rule.ts';
import type { Stored } from '../apply.ts';
import type { Changing, Intended } from '../change.ts';
import { massChangeFacts } from '../mass-change/measure.ts';
import type { MassChangeFacts } from '../mass-change/rules.ts';
import type { ActiveRules } from './active-rules.ts';
import { changesFor } from './evaluate.ts';
import { type RuleSet, readRuleSet } from './rule-set.ts';
import type { GroupRulesFacts } from './rules.ts';

export type RuleParts = {
  readonly stored: Stored;
  readonly active: ActiveRules;
  readonly changing: Changing;
  readonly tables: { readonly groupRules: RuleTable<GroupRulesFacts>; readonly massChange: RuleTable<MassChangeFacts> };
};
export type DryRun = {
  readonly gains: readonly { readonly subject: string; readonly group: string }[];
  readonly loses: readonly { readonly subject: string; readonly group: string }[];
  /** How many people are excepted by name, of all rules. */
  readonly excepted: number;
  /** `allowed`, or the code with which the guard would stop it. */
  readonly guard: string;
};

/** Throws `Refusal` with a code of `directory.group-rules`. */
export function rulesIn({ stored, tables }: RuleParts, text: string): RuleSet {
  const { rules, facts } = readRuleSet(text, stored.groups);
  demand(tables.groupRules, facts, { problems: facts.malformed.join('; ').slice(0, 400) });
  return rules;
}

const planned = ({ stored }: RuleParts, rules: RuleSet): readonly DirectoryChange[] =>
  stored.people.list().flatMap((user) => changesFor(rules, user));

/** Changes nothing. Who is in a group by another word, too, neither gains nor loses it. */
export function dryRun(parts: RuleParts, rules: RuleSet): DryRun {
  const { stored, tables } = parts;
  const changes = planned(parts, rules);
  const isIn = (subject: string, group: string, without: string): boolean =>
    stored.people.find(subject)?.memberships.some((each) => each.group === group && each.source !== without) === true;
  const steps = (kind: 'member-added' | 'member-removed') =>
    changes.flatMap((change) => (change.kind === kind && 'source' in change ? [change] : []));
  const gained = new Set(steps('member-added').map(({ subject, group }) => `${group} ${subject}`));
  const judgement = judge(tables.massChange, massChangeFacts(stored, { origin: 'group-rules', changes }));
  return {
    gains: steps('member-added').flatMap(({ subject, group }) => (isIn(subject, group, '') ? [] : [{ subject, group }])),
    loses: steps('member-removed').flatMap(({ subject, group, source }) =>
      isIn(subject, group, source) || gained.has(`${group} ${subject}`) ? [] : [{ subject, group }],
    ),
    excepted: new Set(rules.flatMap(({ except }) => except)).size,
    guard: judgement.allowed ? 'allowed' : judgement.code,
  };
}

/** Evaluates everybody and puts the rules into force, or throws `Refusal` with a code of `directory.mass-change` and changes nothing. */
export async function activate(
  parts: RuleParts,
  rules: RuleSet,
  by: Pick<Intended, 'actor' | 'peer' | 'of' | 'approved'>,
): Promise<number> {
  const changes = planned(parts, rules);
  await parts.changing.change({ ...by, origin: 'group-rules', changes, also: () => parts.active.save(rules) });
  return changes.length;
}

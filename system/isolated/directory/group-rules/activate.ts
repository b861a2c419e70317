/** Plans and activates group rules over everybody: what would be a mass is stopped whole (N-02, N-03). */
import type { DirectoryChange } from '../../../kernel/directory.ts';
import type { RuleSet } from '../../../kernel/group-rules.ts';
import type { Clock, Random } from '../../../kernel/ports.ts';
import { demand } from '../../../kernel/refusal.ts';
import type { RuleTable } from '../../../kernel/rule.ts';
import type { Stored } from '../apply.ts';
import type { Changing, Intended } from '../change.ts';
import type { MassChangeFacts } from '../mass-change/rules.ts';
import type { ActiveRules } from './active-rules.ts';
import { changesFor } from './evaluate.ts';
import { problemsIn, readRuleSet } from './rule-set.ts';
import type { GroupRulesFacts } from './rules.ts';

export type RuleParts = {
  readonly stored: Stored;
  readonly active: ActiveRules;
  readonly changing: Changing;
  readonly clock: Clock;
  readonly random: Random;
  readonly tables: { readonly groupRules: RuleTable<GroupRulesFacts>; readonly massChange: RuleTable<MassChangeFacts> };
};
/** Throws `Refusal` with a code of `directory.group-rules`. */
export function rulesIn({ stored, tables }: RuleParts, text: string): RuleSet {
  const { rules, facts } = readRuleSet(text, stored.groups);
  demand(tables.groupRules, facts, { where: problemsIn(facts) });
  return rules;
}

/** The steps that these rules need, over everybody. */
export const planned = ({ stored }: RuleParts, rules: RuleSet): readonly DirectoryChange[] =>
  stored.people.list().flatMap((user) => changesFor(rules, user));

/** Evaluates everybody and puts the rules into force, or throws `Refusal` with a code of `directory.mass-change` and changes nothing. */
export async function activate(
  parts: RuleParts,
  rules: RuleSet,
  by: Pick<Intended, 'actor' | 'peer' | 'of' | 'approved' | 'also'>,
): Promise<number> {
  const changes = planned(parts, rules);
  await parts.changing.change({
    ...by,
    origin: 'group-rules',
    changes,
    also: () => {
      parts.active.save(rules);
      by.also?.();
    },
  });
  return changes.length;
}

/** Keeps rules as a draft, which is in force for nobody, and gives out the one that is to be tried or activated (N-02). */

import type { Prepared } from '../../../kernel/directory-administration.ts';
import type { RuleSet, RulesDraft } from '../../../kernel/group-rules.ts';
import { demand } from '../../../kernel/refusal.ts';
import { newSecret } from '../../../kernel/secret-handle.ts';
import { type RuleParts, rulesIn } from './activate.ts';
import { problemsIn, readRuleSet } from './rule-set.ts';

/** Throws `Refusal` with a code of `directory.group-rules`. */
export function drafted(parts: RuleParts, text: string, by: string): Prepared & { readonly rules: RuleSet } {
  const rules = rulesIn(parts, text);
  const { active, clock, random } = parts;
  return { rules, effect: () => active.saveDraft({ id: newSecret(random), rules, savedAtMs: clock.now(), by }) };
}

/** Throws `Refusal` with `directory.group-rules.draft-missing`. */
export function discarded({ active, tables, stored }: RuleParts): Prepared {
  demand(tables.groupRules, { ...readRuleSet('[]', stored.groups).facts, draft: active.draft() ? 'as-named' : 'missing' });
  return { effect: active.discardDraft };
}

/** Judged anew: a group may have gone meanwhile. With an id: only the draft that was looked at. Throws `Refusal` with a code of `directory.group-rules`. */
export function draftToActivate({ active, tables, stored }: RuleParts, id?: string): RulesDraft {
  const draft = active.draft();
  const { facts } = readRuleSet(JSON.stringify(draft?.rules ?? []), stored.groups);
  const state = draft === undefined ? 'missing' : id === undefined || draft.id === id ? 'as-named' : 'another';
  demand(tables.groupRules, { ...facts, draft: state }, { where: problemsIn(facts) });
  if (!draft) throw new TypeError('a draft that is not there was let through');
  return draft;
}

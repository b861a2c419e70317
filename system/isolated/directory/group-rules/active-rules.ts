/** The rules that are in force, their draft, and what follows from them whenever a person changes: planned with that change, and measured with it. */
import type { DirectoryChange, DirectoryUser } from '../../../kernel/directory.ts';
import type { RuleSet, RulesDraft } from '../../../kernel/group-rules.ts';
import type { Store } from '../../../kernel/ports.ts';
import type { People } from '../stored/people.ts';
import { changesFor } from './evaluate.ts';

export type ActiveRules = {
  current(): RuleSet;
  save(rules: RuleSet): void;
  draft(): RulesDraft | undefined;
  saveDraft(draft: RulesDraft): void;
  discardDraft(): void;
  /** The steps, and those that the rules add to them. */
  withConsequences(changes: readonly DirectoryChange[]): readonly DirectoryChange[];
};

const collection = 'directory.group-rules';

export function activeRulesIn(store: Store, people: People): ActiveRules {
  const current = (): RuleSet => store.get<RuleSet>(collection, 'active') ?? [];
  return {
    current,
    save: (rules) => store.put(collection, 'active', rules),
    draft: () => store.get<RulesDraft>(collection, 'draft'),
    saveDraft: (draft) => store.put(collection, 'draft', draft),
    discardDraft: () => store.delete(collection, 'draft'),
    withConsequences: (changes) => {
      const rules = current();
      if (rules.length === 0) return changes;
      const changed = new Map<string, DirectoryUser>();
      for (const change of changes) {
        if (change.kind === 'user-created') changed.set(change.user.subject, change.user);
        const before = change.kind === 'user-changed' ? (changed.get(change.subject) ?? people.find(change.subject)) : undefined;
        if (change.kind === 'user-changed' && before) changed.set(change.subject, { ...before, ...change.to });
        if (change.kind === 'user-removed') changed.delete(change.subject);
      }
      return [...changes, ...[...changed.values()].flatMap((user) => changesFor(rules, user))];
    },
  };
}

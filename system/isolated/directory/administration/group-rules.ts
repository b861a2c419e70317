/** What org admins do about group rules, with a draft: foretold before it is in force (N-02, N-19). */
import type { DirectoryAdministration } from '../../../kernel/directory-administration.ts';
import { foretell } from '../foretell.ts';
import { activate, planned } from '../group-rules/activate.ts';
import { discarded, drafted, draftToActivate } from '../group-rules/draft.ts';
import type { AdministrationParts } from './parts.ts';
import { stoppedWhole } from './stopped.ts';

type GroupRules = Pick<DirectoryAdministration, 'draftRules' | 'discardRulesDraft' | 'foretellRules' | 'activateRules'>;

export function groupRules(parts: AdministrationParts): GroupRules {
  const { rules, held, changing } = parts;
  const { stored, active, tables } = rules;
  return {
    draftRules: (text, by) => drafted(rules, text, by.actor),
    discardRulesDraft: () => discarded(rules),
    foretellRules: () =>
      foretell(stored, tables.massChange, { origin: 'group-rules', changes: planned(rules, draftToActivate(rules).rules) }),
    activateRules: (id, by) =>
      changing.exclusively(async () => {
        const draft = draftToActivate(rules, id);
        const wish = JSON.stringify(draft.rules);
        return stoppedWhole(parts, { origin: 'group-rules', wish, by }, () =>
          activate(rules, draft.rules, {
            ...by,
            also: () => {
              active.discardDraft();
              held.outdate('group-rules');
            },
          }),
        );
      }),
  };
}

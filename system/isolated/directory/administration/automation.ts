/** What org admins do about group rules, with a draft, and about what the mass-change guard has stopped; each is foretold before it is done (N-02, N-06, N-19). */
import type { DirectoryChange } from '../../../kernel/directory.ts';
import type { DirectoryAdministration } from '../../../kernel/directory-administration.ts';
import { demand, Refusal } from '../../../kernel/refusal.ts';
import type { RefusalCode } from '../../../kernel/rule.ts';
import { fingerprintOfSteps } from '../fingerprint.ts';
import { foretell } from '../foretell.ts';
import { activate, planned, rulesIn } from '../group-rules/activate.ts';
import { discarded, drafted, draftToActivate } from '../group-rules/draft.ts';
import type { Held } from '../held.ts';
import { importFeed } from '../hr-feed/import.ts';
import { leavesOf } from '../hr-feed/leaves.ts';
import { withoutApproved } from '../mass-change/rules.ts';
import { type AdministrationParts, demandOrder } from './parts.ts';
import { demandPlannable, feedIn, planOf, stoppedWhole } from './stopped.ts';

type Automation = Pick<
  DirectoryAdministration,
  'draftRules' | 'discardRulesDraft' | 'foretellRules' | 'activateRules' | 'whyHeldInVain' | 'foretellHeld' | 'resumeHeld' | 'discardHeld'
>;

export function automation(parts: AdministrationParts): Automation {
  const { rules, hr, held, changing } = parts;
  const { stored, active, tables } = rules;
  const foretold = (origin: Held['origin'], changes: readonly DirectoryChange[], approved: readonly RefusalCode[] = []) =>
    foretell(stored, withoutApproved(tables.massChange, approved), { origin, changes });
  const heldWith = (id: string): Held => {
    const found = held.find(id);
    demandOrder(parts, { found: found !== undefined });
    if (!found) throw new TypeError('a held change that is not there was let through');
    return found;
  };
  return {
    draftRules: (text, by) => drafted(rules, text, by.actor),
    discardRulesDraft: () => discarded(rules),
    foretellRules: () => foretold('group-rules', planned(rules, draftToActivate(rules).rules)),
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
    whyHeldInVain: (id) => {
      const found = heldWith(id);
      return refusalOf(() => {
        demand(parts.heldTable, { state: held.state(found), asShown: true }, { held: id });
        demandPlannable(parts, { origin: found.origin, wish: held.wishOf(id) });
      });
    },
    foretellHeld: (id) => {
      const { origin, guards } = heldWith(id);
      const { changes, feed } = planOf(parts, { origin, wish: held.wishOf(id) });
      const shown = fingerprintOfSteps(changes);
      return { ...foretold(origin, changes, guards), shown, ...(feed ? { leaves: leavesOf(feed) } : {}) };
    },
    resumeHeld: ({ id, shown }, by) =>
      changing.exclusively(async () => {
        const found = heldWith(id);
        const { origin, guards, atMs } = found;
        const wish = held.wishOf(id);
        const state = held.state(found);
        const asShown = state !== 'waiting' || shown === fingerprintOfSteps(planOf(parts, { origin, wish }).changes);
        demand(parts.heldTable, { state, asShown }, { held: id });
        const also = (): void => {
          held.remove(id);
          held.outdate(origin, atMs);
        };
        const approved = { ...by, approved: guards, also };
        return origin === 'group-rules' ? activate(rules, rulesIn(rules, wish), approved) : importFeed(hr, feedIn(wish), approved);
      }),
    discardHeld: (id) => {
      heldWith(id);
      return { effect: () => held.remove(id) };
    },
  };
}

/** The code with which this is refused; whatever else it throws is thrown on. */
function refusalOf(work: () => unknown): RefusalCode | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

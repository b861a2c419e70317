/** What org admins do about what the mass-change guard has stopped: foretold anew, and then resumed or discarded (N-06, N-19). */
import type { DirectoryAdministration } from '../../../kernel/directory-administration.ts';
import { demand, Refusal } from '../../../kernel/refusal.ts';
import type { RefusalCode } from '../../../kernel/rule.ts';
import { fingerprintOfSteps } from '../fingerprint.ts';
import { foretell } from '../foretell.ts';
import { activate, rulesIn } from '../group-rules/activate.ts';
import type { Held } from '../held.ts';
import { importPlanned } from '../hr-feed/import.ts';
import { notDoneOf } from '../hr-feed/not-done.ts';
import { withoutApproved } from '../mass-change/rules.ts';
import { type AdministrationParts, demandOrder } from './parts.ts';
import { demandPlannable, planOf } from './stopped.ts';

type HeldDecisions = Pick<DirectoryAdministration, 'whyHeldInVain' | 'foretellHeld' | 'resumeHeld' | 'discardHeld'>;

export function heldDecisions(parts: AdministrationParts): HeldDecisions {
  const { rules, hr, held, changing } = parts;
  const { stored, tables } = rules;
  const heldWith = (id: string): Held => {
    const found = held.find(id);
    demandOrder(parts, { found: found !== undefined });
    if (!found) throw new TypeError('a held change that is not there was let through');
    return found;
  };
  return {
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
      const asked = withoutApproved(tables.massChange, guards);
      const waived = guards.filter((guard) => !asked.some(({ code }) => code === guard));
      const foretold = foretell(stored, asked, { origin, changes });
      return { ...foretold, shown: fingerprintOfSteps(changes), waived, ...(feed ? { notDone: notDoneOf(feed) } : {}) };
    },
    resumeHeld: ({ id, shown }, by) =>
      changing.exclusively(async () => {
        const found = heldWith(id);
        const { origin, guards, atMs } = found;
        const wish = held.wishOf(id);
        const state = held.state(found);
        const plan = state === 'waiting' ? planOf(parts, { origin, wish }) : undefined;
        const asShown = plan === undefined || shown === fingerprintOfSteps(plan.changes);
        demand(parts.heldTable, { state, asShown }, { held: id });
        const { feed } = plan ?? planOf(parts, { origin, wish });
        const also = (): void => {
          held.remove(id);
          held.outdate(origin, atMs);
        };
        const approved = { ...by, approved: guards, also };
        return feed ? importPlanned(hr, feed, approved) : activate(rules, rulesIn(rules, wish), approved);
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

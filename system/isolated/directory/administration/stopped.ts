/** What the guard stops is kept as a wish, and planned anew whenever it is looked at (N-06, N-19). */
import type { Asker } from '../../../kernel/directory-administration.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { planned, rulesIn } from '../group-rules/activate.ts';
import type { Held } from '../held.ts';
import { type GivenFeed, judgedFeed, type PlannedFeed, plannedFeed } from '../hr-feed/plan.ts';
import { massChangeFacts } from '../mass-change/measure.ts';
import { guardsAgainst } from '../mass-change/rules.ts';
import type { AdministrationParts } from './parts.ts';

type PlanningWishes = Pick<AdministrationParts, 'rules' | 'hr'>;
type Wish = { readonly origin: Held['origin']; readonly wish: string };
/** `feed`: what else a feed says. */
type WishPlan = Pick<PlannedFeed, 'changes'> & { readonly feed?: PlannedFeed };

/** The feed as it came, byte for byte. */
const feedIn = (wish: string): GivenFeed => ({ bytes: new TextEncoder().encode(wish) });

/** What was kept is the wish: the steps are those that it would need now, with what follows from them by group rules. Throws `Refusal` when it cannot be planned. */
export function planOf({ rules, hr }: PlanningWishes, { origin, wish }: Wish): WishPlan {
  if (origin === 'group-rules') return { changes: planned(rules, rulesIn(rules, wish)) };
  const feed = plannedFeed(hr, feedIn(wish));
  return { changes: rules.active.withConsequences(feed.changes), feed };
}

/** Throws `Refusal` exactly when `planOf` does, with the same code; it costs less, for whoever only asks about that. */
export function demandPlannable({ rules, hr }: PlanningWishes, { origin, wish }: Wish): void {
  if (origin === 'group-rules') rulesIn(rules, wish);
  else judgedFeed(hr, { ...feedIn(wish), nowMs: hr.clock.now() });
}

/** `kept`: the guard stopped it, and it is held from now on. */
type Stoppable = Wish & { readonly by: Asker; readonly kept?: () => void };

/** What the guard stops is kept, and people outside are told. */
export async function stoppedWhole<Result>(
  parts: AdministrationParts,
  { origin, wish, by, kept }: Stoppable,
  work: () => Promise<Result>,
): Promise<Result> {
  const { held, alarm, rules } = parts;
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error.code.startsWith('directory.mass-change.')) {
      const { code } = error;
      const facts = massChangeFacts(rules.stored, { origin, changes: planOf(parts, { origin, wish }).changes });
      const guards = guardsAgainst(rules.tables.massChange, facts);
      const { id } = held.keep({ origin, code, guards, actor: by.actor }, wish);
      kept?.();
      const what = origin === 'hr-feed' ? 'An import of the HR feed' : 'An activation of group rules';
      const says = `${what} was stopped, because it was about to take too much away. Nothing of it was done.`;
      alarm({ event: 'directory.alarm.raised', code, says, facts: { held: id } });
    }
    throw error;
  }
}

/** What org admins do about automation: group rules with a draft, the HR feed, and what the mass-change guard has stopped; each is foretold before it is done (N-02, N-06, N-19). */
import type { DirectoryChange } from '../../../kernel/directory.ts';
import type { Asker, DirectoryAdministration } from '../../../kernel/directory-administration.ts';
import { demand, Refusal } from '../../../kernel/refusal.ts';
import type { RefusalCode } from '../../../kernel/rule.ts';
import { fingerprintOfSteps } from '../fingerprint.ts';
import { foretell } from '../foretell.ts';
import { activate, planned, rulesIn } from '../group-rules/activate.ts';
import { discarded, drafted, draftToActivate } from '../group-rules/draft.ts';
import type { Held } from '../held.ts';
import { fetchFeed, fingerprintOf, importFeed, plannedFeed } from '../hr-feed/import.ts';
import { massChangeFacts } from '../mass-change/measure.ts';
import { guardsAgainst, withoutApproved } from '../mass-change/rules.ts';
import { type AdministrationParts, demandOrder } from './parts.ts';

type Automation = Pick<
  DirectoryAdministration,
  | 'draftRules'
  | 'discardRulesDraft'
  | 'foretellRules'
  | 'activateRules'
  | 'foretellFeed'
  | 'importFeed'
  | 'whyHeldInVain'
  | 'foretellHeld'
  | 'resumeHeld'
  | 'discardHeld'
>;

export function automation(parts: AdministrationParts): Automation {
  const { rules, hr, held, changing } = parts;
  const { stored, active, tables } = rules;
  const foretold = (origin: Held['origin'], changes: readonly DirectoryChange[], approved: readonly RefusalCode[] = []) =>
    foretell(stored, withoutApproved(tables.massChange, approved), { origin, changes });
  const fetched = (): Promise<Uint8Array | undefined> => {
    demandOrder(parts, { found: parts.hrFeedUrl !== undefined });
    return parts.hrFeedUrl ? fetchFeed(parts.outbound, parts.hrFeedUrl) : Promise.resolve(undefined);
  };
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
    foretellFeed: async () => {
      const bytes = await fetched();
      return { ...foretold('hr-feed', active.withConsequences(plannedFeed(hr, { bytes }).changes)), shown: fingerprintOf(bytes) };
    },
    importFeed: (shown, by) =>
      changing.exclusively(async () => {
        const bytes = await fetched();
        const wish = Buffer.from(bytes ?? []).toString('utf8');
        return stoppedWhole(parts, { origin: 'hr-feed', wish, by }, () =>
          importFeed(hr, { bytes, shown }, { ...by, also: () => held.outdate('hr-feed') }),
        );
      }),
    whyHeldInVain: (id) => {
      const found = heldWith(id);
      const state = held.state(found);
      if (state !== 'waiting') return `directory.held.${state}`;
      return refusalOf(() => wishOf(parts, { origin: found.origin, wish: held.wishOf(id) }));
    },
    foretellHeld: (id) => {
      const { origin, guards } = heldWith(id);
      const changes = wishOf(parts, { origin, wish: held.wishOf(id) });
      return { ...foretold(origin, changes, guards), shown: fingerprintOfSteps(changes) };
    },
    resumeHeld: ({ id, shown }, by) =>
      changing.exclusively(async () => {
        const found = heldWith(id);
        const { origin, guards, atMs } = found;
        const wish = held.wishOf(id);
        const state = held.state(found);
        const asShown = state !== 'waiting' || shown === fingerprintOfSteps(wishOf(parts, { origin, wish }));
        demand(parts.heldTable, { state, asShown }, { held: id });
        const also = (): void => {
          held.remove(id);
          held.outdate(origin, atMs);
        };
        const approved = { ...by, approved: guards, also };
        return origin === 'group-rules'
          ? activate(rules, rulesIn(rules, wish), approved)
          : importFeed(hr, { bytes: new TextEncoder().encode(wish) }, approved);
      }),
    discardHeld: (id) => {
      heldWith(id);
      return { effect: () => held.remove(id) };
    },
  };
}

/** What was kept is the wish: the steps are those that it would need now. */
const wishOf = ({ rules, hr }: AdministrationParts, { origin, wish }: Pick<Wished, 'origin' | 'wish'>): readonly DirectoryChange[] =>
  origin === 'group-rules'
    ? planned(rules, rulesIn(rules, wish))
    : rules.active.withConsequences(plannedFeed(hr, { bytes: new TextEncoder().encode(wish) }).changes);

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

type Wished = { readonly origin: Held['origin']; readonly wish: string; readonly by: Asker };
/** What the guard stops is kept, and people outside are told. */
async function stoppedWhole<Result>(
  parts: AdministrationParts,
  { origin, wish, by }: Wished,
  work: () => Promise<Result>,
): Promise<Result> {
  const { held, alarm, rules } = parts;
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error.code.startsWith('directory.mass-change.')) {
      const { code } = error;
      const facts = massChangeFacts(rules.stored, { origin, changes: wishOf(parts, { origin, wish }) });
      const guards = guardsAgainst(rules.tables.massChange, facts);
      const { id } = held.keep({ origin, code, guards, actor: by.actor }, wish);
      const what = origin === 'hr-feed' ? 'An import of the HR feed' : 'An activation of group rules';
      const says = `${what} was stopped, because it was about to take too much away. Nothing of it was done.`;
      alarm({ event: 'directory.alarm.raised', code, says, facts: { held: id } });
    }
    throw error;
  }
}

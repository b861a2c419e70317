/** What org admins do about automation by AdminHub's API: groups, group rules with a dry run, the HR feed, and what the guard has stopped (N-02, N-06, N-19). */
import type { ContextAction } from '../../kernel/context-actions.ts';
import type { Outbound, Random } from '../../kernel/ports.ts';
import { demand, Refusal } from '../../kernel/refusal.ts';
import { type AdministrationParts, type Asker, administrationFacts, type Doing, type Forms, formAction } from './administration-parts.ts';
import type { Alarm } from './alarm.ts';
import { newSubject } from './directory.ts';
import { activate, dryRun, type RuleParts, rulesIn } from './group-rules/activate.ts';
import type { Held, HeldChanges } from './held.ts';
import { fetchFeed, type HrParts, importFeed } from './hr-feed/import.ts';

export type AutomationParts = AdministrationParts & {
  readonly rules: RuleParts;
  readonly hr: HrParts;
  /** Where the feed is; without it there is none. */
  readonly hrFeedUrl: URL | undefined;
  readonly outbound: Outbound;
  readonly held: HeldChanges;
  readonly alarm: Alarm;
  readonly random: Random;
};

export function automationActions(parts: AutomationParts, forms: Forms): readonly ContextAction[] {
  const form = formAction(parts, forms);
  return [
    form('/api/directory/groups', 'directory.group.changed', changeGroup(parts)),
    form('/api/directory/rules', 'directory.rules.changed', changeRules(parts)),
    form('/api/directory/hr-feed', 'directory.hr-feed.imported', importHr(parts)),
    form('/api/directory/held', 'directory.held.decided', decideHeld(parts)),
  ];
}

/** `do`: create, remove. Somebody is put in by rules or by hand. */
const changeGroup =
  ({ directory: { stored }, changing, random, table }: AutomationParts): Doing =>
  async ({ form }, asker) => {
    const { name = '', id = '' } = form;
    const action = form.do ?? '';
    const isNew = action === 'create';
    const known = isNew || stored.groups.find(id) !== undefined;
    const nameUsable = !isNew || (/^[\p{L}\p{N} _-]{1,80}$/u.test(name) && stored.groups.byName(name) === undefined);
    demand(table, administrationFacts({ actionKnown: ['create', 'remove'].includes(action), found: known, nameUsable }));
    const group = { id: isNew ? newSubject(random).replace('u-', 'g-') : id, name, changedAtMs: 0 };
    const change = isNew ? ({ kind: 'group-created', group } as const) : ({ kind: 'group-removed', group: id } as const);
    await changing.change({ ...asker, origin: 'by-hand', changes: [change] });
    return { id: group.id, done: action };
  };

/** `do`: dry-run, activate. `rules`: a JSON list, whole: what is not in it is no rule any more. */
const changeRules =
  (parts: AutomationParts): Doing =>
  async ({ form }, asker) => {
    const action = form.do ?? '';
    demand(parts.table, administrationFacts({ actionKnown: ['dry-run', 'activate'].includes(action) }));
    const wish = form.rules ?? '';
    const rules = rulesIn(parts.rules, wish);
    if (action === 'dry-run') return { ...dryRun(parts.rules, rules) };
    const changes = await stoppedWhole(parts, { origin: 'group-rules', wish, asker }, () => activate(parts.rules, rules, asker));
    return { rules: rules.length, changes };
  };

/** `do`: import. */
const importHr =
  (parts: AutomationParts): Doing =>
  async ({ form }, asker) => {
    const { hrFeedUrl, outbound } = parts;
    demand(parts.table, administrationFacts({ actionKnown: form.do === 'import', found: hrFeedUrl !== undefined }));
    const bytes = hrFeedUrl && (await fetchFeed(outbound, hrFeedUrl));
    const wish = Buffer.from(bytes ?? []).toString('utf8');
    const changes = await stoppedWhole(parts, { origin: 'hr-feed', wish, asker }, () => importFeed(parts.hr, bytes, asker));
    return { changes };
  };

/** `do`: resume, discard. What is resumed is planned anew from the wish as it came; only the last org admin is still protected. */
const decideHeld =
  (parts: AutomationParts): Doing =>
  async ({ form }, asker) => {
    const { id = '' } = form;
    const action = form.do ?? '';
    const kept = parts.held.find(id);
    demand(parts.table, administrationFacts({ actionKnown: ['resume', 'discard'].includes(action), found: kept !== undefined }));
    const changes = action === 'resume' && kept ? await resumed(parts, kept, asker) : 0;
    parts.held.remove(id);
    return { id, done: action, changes };
  };

function resumed(parts: AutomationParts, { origin, wish }: Held, asker: Asker): Promise<number> {
  const by = { ...asker, approved: true } as const;
  return origin === 'group-rules'
    ? activate(parts.rules, rulesIn(parts.rules, wish), by)
    : importFeed(parts.hr, new TextEncoder().encode(wish), by);
}

type Wished = { readonly origin: Held['origin']; readonly wish: string; readonly asker: Asker };
/** What the guard stops is kept, and people outside are told. */
async function stoppedWhole<Result>(
  { held, alarm }: AutomationParts,
  { origin, wish, asker }: Wished,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error.code.startsWith('directory.mass-change.')) {
      const { code } = error;
      const { id } = held.keep({ origin, code, actor: asker.actor, wish });
      const what = origin === 'hr-feed' ? 'An import of the HR feed' : 'An activation of group rules';
      const says = `${what} was stopped, because it was about to take too much away. Nothing of it was done.`;
      alarm({ event: 'directory.alarm.raised', code, says, facts: { held: id } });
    }
    throw error;
  }
}

/** Imports an HR feed: fetched through the outbound port, judged whole, planned against who is there, and measured before any of it is done (N-06). */
import type { DirectoryChange, DirectoryUser } from '../../../kernel/directory.ts';
import type { Outbound, Random } from '../../../kernel/ports.ts';
import { demand, type SafeFacts } from '../../../kernel/refusal.ts';
import { judge, type RuleTable } from '../../../kernel/rule.ts';
import type { Changing, Intended } from '../change.ts';
import { newUser } from '../directory.ts';
import { type SuspensionFacts, suspensionFacts } from '../suspension.ts';
import { type Against, type CameFeed, type HrPerson, hrManager, problemsIn, readFeed } from './feed.ts';
import type { HrFeedFacts } from './rules.ts';

export type HrParts = {
  readonly against: Against;
  readonly changing: Changing;
  readonly random: Random;
  readonly table: RuleTable<HrFeedFacts>;
  readonly suspension: RuleTable<SuspensionFacts>;
};

export { fingerprintOf } from './feed.ts';

const timeoutMs = 10_000;
const maxBytes = 8 * 1_024 * 1_024;

/** Undefined when it did not come whole: what failed is no feed that is empty. */
export async function fetchFeed(outbound: Outbound, url: URL): Promise<Uint8Array | undefined> {
  try {
    const { status, body } = await outbound.request({ url, method: 'GET', timeoutMs, maxBytes });
    return status === 200 ? body : undefined;
  } catch {
    return undefined;
  }
}

/** `leftSuspended`: subjects whom the feed calls active, and whom it may not let in again: they stay as they are. */
export type PlannedFeed = { readonly changes: readonly DirectoryChange[]; readonly leftSuspended: readonly string[] };

/** The steps that this feed needs, without what follows from them by group rules. Throws `Refusal` with a code of `directory.hr-feed`. */
export function plannedFeed({ against, random, table, suspension }: HrParts, came: CameFeed): PlannedFeed {
  const { people, facts } = readFeed(came, against);
  demand(table, facts, { people: facts.people, problems: problemsIn(facts) });
  const before = new Map(against.people.managedBy(hrManager).map((user) => [user.externalId ?? '', user]));
  const mayComeBack = (user: DirectoryUser): boolean => judge(suspension, suspensionFacts(user, hrManager)).allowed;
  const known = people.map((person) => ({ person, user: before.get(person.employeeId) }));
  const leftSuspended = known.flatMap(({ person, user }) =>
    person.active && user && isOut(user) && !mayComeBack(user) ? [user.subject] : [],
  );
  const left = new Set(leftSuspended);
  const changes = known.flatMap(({ person, user }) =>
    user ? changesFor(person, user, { stays: left.has(user.subject) }) : [made(person, random)],
  );
  const named = new Set(people.map(({ employeeId }) => employeeId));
  const gone = [...before].flatMap(([id, user]) => (named.has(id) || isOut(user) ? [] : [suspended(user)]));
  return { changes: [...changes, ...gone], leftSuspended };
}

/** Returns the number of steps. Throws `Refusal` with a code of `directory.hr-feed` or `directory.mass-change`; then nothing has changed. */
export async function importFeed(
  parts: HrParts,
  came: CameFeed,
  by: Pick<Intended, 'actor' | 'peer' | 'of' | 'approved' | 'also'>,
): Promise<number> {
  const { changes, leftSuspended } = plannedFeed(parts, came);
  await parts.changing.change({ ...by, origin: 'hr-feed', changes, notes: notesOf(leftSuspended) });
  return changes.length;
}

const mostNamed = 100;
const notesOf = (left: readonly string[]): SafeFacts =>
  left.length === 0 ? {} : { leftSuspended: left.length, leftSuspendedNamed: left.slice(0, mostNamed).join(' ') };

const isOut = ({ status }: DirectoryUser): boolean => status === 'suspended';
const suspended = ({ subject }: DirectoryUser): DirectoryChange => ({ kind: 'user-suspended', subject, by: hrManager });

function made({ employeeId, userName, attributes, active }: HrPerson, random: Random): DirectoryChange {
  const status = active ? {} : ({ status: 'suspended', suspendedBy: hrManager } as const);
  return { kind: 'user-created', user: newUser(random, { userName, externalId: employeeId, attributes, managedBy: hrManager, ...status }) };
}

function changesFor(
  { userName, attributes, active }: HrPerson,
  user: DirectoryUser,
  { stays }: { readonly stays: boolean },
): readonly DirectoryChange[] {
  const { subject } = user;
  const to = { userName, attributes: { ...user.attributes, ...attributes } };
  const isSame = userName === user.userName && JSON.stringify(to.attributes) === JSON.stringify(user.attributes);
  const sameStatus = stays || active !== isOut(user);
  return [
    ...(isSame ? [] : [{ kind: 'user-changed', subject, to } as const]),
    ...(sameStatus ? [] : [active ? ({ kind: 'user-reactivated', subject } as const) : suspended(user)]),
  ];
}

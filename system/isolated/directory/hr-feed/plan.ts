/** Plans what an HR feed needs to be done: who is new, others, out or in again, by who is there and by the day on which it is asked (N-06). */
import type { DirectoryChange, DirectoryUser } from '../../../kernel/directory.ts';
import type { Clock, Random } from '../../../kernel/ports.ts';
import { demand } from '../../../kernel/refusal.ts';
import { judge, type RuleTable } from '../../../kernel/rule.ts';
import { newUser } from '../directory.ts';
import { type SuspensionFacts, suspensionFacts } from '../suspension.ts';
import { type EmploymentFacts, type Standing, standingOf } from './employment.ts';
import { type Against, type CameFeed, type HrPerson, hrManager, problemsIn, type ReadFeed, readFeed } from './feed.ts';
import type { HrFeedFacts } from './rules.ts';

export type PlanningParts = {
  readonly against: Against;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
  readonly table: RuleTable<HrFeedFacts>;
  readonly employment: RuleTable<EmploymentFacts>;
  readonly suspension: RuleTable<SuspensionFacts>;
};
export type GivenFeed = Omit<CameFeed, 'nowMs'>;

export type PlannedFeed = {
  readonly changes: readonly DirectoryChange[];
  /** Whom the feed calls one of the house, and whom it may not let in again: they stay as they are. */
  readonly leftSuspended: readonly DirectoryUser[];
  /** Whose first day, or whose end, has not come: the first import of that day or later does it. */
  readonly startLater: readonly HrPerson[];
  readonly endLater: readonly HrPerson[];
  /** What the feed is called on this day. */
  readonly name: string;
};

type Known = { readonly person: HrPerson; readonly standing: Standing; readonly user: DirectoryUser | undefined };

type Judging = Pick<PlanningParts, 'against' | 'table'>;
/** The feed as people. Throws `Refusal` with a code of `directory.hr-feed`. */
export function judgedFeed({ against, table }: Judging, came: CameFeed): Pick<ReadFeed, 'people' | 'name'> {
  const { people, facts, name } = readFeed(came, against);
  demand(table, facts, { people: facts.people, where: problemsIn(facts) });
  return { people, name };
}

/** The steps that this feed needs now, without what follows from them by group rules: its name and its steps are of one instant. Throws `Refusal` with a code of `directory.hr-feed`. */
export function plannedFeed(parts: PlanningParts, came: GivenFeed): PlannedFeed {
  const { against, random, employment, suspension } = parts;
  const nowMs = parts.clock.now();
  const { people, name } = judgedFeed(parts, { ...came, nowMs });
  const before = new Map(against.people.managedBy(hrManager).map((user) => [user.externalId ?? '', user]));
  const standingAt = (person: HrPerson, atMs: number): Standing => standingOf(employment, { ...person, nowMs: atMs });
  const known = people.map((person): Known => ({ person, standing: standingAt(person, nowMs), user: before.get(person.employeeId) }));
  const mayComeBack = (user: DirectoryUser): boolean => judge(suspension, suspensionFacts(user, hrManager)).allowed;
  const leftSuspended = known.flatMap(({ standing, user }) =>
    standing === 'in' && user && isOut(user) && !mayComeBack(user) ? [user] : [],
  );
  const left = new Set(leftSuspended.map(({ subject }) => subject));
  const changes = known.flatMap(({ person, standing, user }) => {
    if (user) return changesFor(person, user, { stays: left.has(user.subject), isIn: standing === 'in' });
    return standing === 'not-begun' ? [] : [made(person, random, standing === 'in')];
  });
  const named = new Set(people.map(({ employeeId }) => employeeId));
  const gone = [...before].flatMap(([id, user]) => (named.has(id) || isOut(user) ? [] : [suspended(user)]));
  return {
    changes: [...changes, ...gone],
    leftSuspended,
    startLater: people.filter(
      (person) => standingAt(person, nowMs) === 'not-begun' && standingAt(person, person.startsAtMs ?? nowMs) === 'in',
    ),
    endLater: known.flatMap(({ person, standing, user }) =>
      standing === 'in' && person.endsAtMs !== undefined && !left.has(user?.subject ?? '') ? [person] : [],
    ),
    name,
  };
}

const isOut = ({ status }: DirectoryUser): boolean => status === 'suspended';
const suspended = ({ subject }: DirectoryUser): DirectoryChange => ({ kind: 'user-suspended', subject, by: hrManager });

function made({ employeeId, userName, attributes }: HrPerson, random: Random, isIn: boolean): DirectoryChange {
  const status = isIn ? {} : ({ status: 'suspended', suspendedBy: hrManager } as const);
  return { kind: 'user-created', user: newUser(random, { userName, externalId: employeeId, attributes, managedBy: hrManager, ...status }) };
}

function changesFor(
  { userName, attributes }: HrPerson,
  user: DirectoryUser,
  { stays, isIn }: { readonly stays: boolean; readonly isIn: boolean },
): readonly DirectoryChange[] {
  const { subject } = user;
  const to = { userName, attributes: { ...user.attributes, ...attributes } };
  const isSame = userName === user.userName && JSON.stringify(to.attributes) === JSON.stringify(user.attributes);
  const sameStatus = stays || isIn !== isOut(user);
  return [
    ...(isSame ? [] : [{ kind: 'user-changed', subject, to } as const]),
    ...(sameStatus ? [] : [isIn ? ({ kind: 'user-reactivated', subject } as const) : suspended(user)]),
  ];
}

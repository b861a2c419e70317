/** What a feed says and what is not done of it now, for whoever looks at it before it is imported (N-05, N-06). */
import type { FeedLeaves } from '../../../kernel/directory-administration.ts';
import { dayOf } from './dates.ts';
import type { HrPerson } from './feed.ts';
import type { PlannedFeed } from './plan.ts';

/** Whoever wants to know of more looks at the numbers. */
const mostShown = 500;

export function leavesOf({ leftSuspended, startLater, endLater }: PlannedFeed): FeedLeaves {
  const shown = <Item>(all: readonly Item[]): readonly Item[] => all.slice(0, mostShown);
  const dated = (people: readonly HrPerson[], atMs: (person: HrPerson) => number | undefined): FeedLeaves['endLater'] =>
    shown(people)
      .map((person) => ({ userName: person.userName, day: dayOf(atMs(person) ?? 0) }))
      .toSorted((one, other) => one.day.localeCompare(other.day) || one.userName.localeCompare(other.userName, 'en', { numeric: true }));
  return {
    leftSuspended: shown(leftSuspended).map(({ subject, userName, suspendedBy = 'by-hand' }) => ({ subject, userName, by: suspendedBy })),
    startLater: dated(startLater, ({ startsAtMs }) => startsAtMs),
    endLater: dated(endLater, ({ endsAtMs }) => endsAtMs),
    counts: { leftSuspended: leftSuspended.length, startLater: startLater.length, endLater: endLater.length },
  };
}

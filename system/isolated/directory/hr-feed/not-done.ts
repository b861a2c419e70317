/** What a feed says and what is not done of it now, for whoever looks at it before it is imported (N-05, N-06). */
import type { NotDone } from '../../../kernel/directory-administration.ts';
import { mostShown } from '../foretell.ts';
import { dayOf } from './dates.ts';
import type { HrPerson } from './feed.ts';
import type { PlannedFeed } from './plan.ts';

export function notDoneOf({ leftSuspended, startLater, endLater }: PlannedFeed): NotDone {
  const shown = <Item>(all: readonly Item[]): readonly Item[] => all.slice(0, mostShown);
  const dated = (people: readonly HrPerson[], atMs: (person: HrPerson) => number | undefined): NotDone['endLater'] =>
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

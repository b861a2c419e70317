/** Imports an HR feed: judged whole, planned against who is there, and measured before any of it is done (N-06). */
import type { SafeFacts } from '../../../kernel/refusal.ts';
import type { Changing, Intended } from '../change.ts';
import { type GivenFeed, type PlannedFeed, type PlanningParts, plannedFeed } from './plan.ts';

export type HrParts = PlanningParts & { readonly changing: Changing };

type By = Pick<Intended, 'actor' | 'peer' | 'of' | 'approved' | 'also'>;

/** Returns the number of steps. Throws `Refusal` with a code of `directory.hr-feed` or `directory.mass-change`; then nothing has changed. */
export async function importFeed(parts: HrParts, came: GivenFeed, by: By): Promise<number> {
  return importPlanned(parts, plannedFeed(parts, came), by);
}

/** As `importFeed`, by a plan that was made of the directory as it is: planned again, it may be of another day. */
export async function importPlanned({ changing }: Pick<HrParts, 'changing'>, plan: PlannedFeed, by: By): Promise<number> {
  const { changes, leftSuspended } = plan;
  await changing.change({ ...by, origin: 'hr-feed', changes, notes: notesOf(leftSuspended) });
  return changes.length;
}

const mostNamed = 100;
const notesOf = (left: PlannedFeed['leftSuspended']): SafeFacts =>
  left.length === 0
    ? {}
    : {
        leftSuspended: left.length,
        leftSuspendedNamed: left
          .slice(0, mostNamed)
          .map(({ subject }) => subject)
          .join(' '),
      };

/** Imports an HR feed: judged whole, planned against who is there, and measured before any of it is done (N-06). */
import type { SafeFacts } from '../../../kernel/refusal.ts';
import type { Changing, Intended } from '../change.ts';
import { type GivenFeed, type PlannedFeed, type PlanningParts, plannedFeed } from './plan.ts';

export type HrParts = PlanningParts & { readonly changing: Changing };

/** Returns the number of steps. Throws `Refusal` with a code of `directory.hr-feed` or `directory.mass-change`; then nothing has changed. */
export async function importFeed(
  parts: HrParts,
  came: GivenFeed,
  by: Pick<Intended, 'actor' | 'peer' | 'of' | 'approved' | 'also'>,
): Promise<number> {
  const { changes, leftSuspended } = plannedFeed(parts, came);
  await parts.changing.change({ ...by, origin: 'hr-feed', changes, notes: notesOf(leftSuspended) });
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

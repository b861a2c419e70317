/** How a run is divided: what each of its shares takes of the work, and in how many worlds. */
import { type Planned, runsAlone } from './plan.ts';
import type { RunOptions } from './run-options.ts';
import type { ShareOptions } from './share.ts';
import { type Work, type WorkKind, workOf } from './work.ts';

export type Part = Pick<ShareOptions, 'work' | 'worlds' | 'worldsInAll'>;
type Wish = Pick<RunOptions, 'planned' | 'workers'>;

/** All of it in one process: no more worlds than there are scenarios that run side by side, and at least one. */
export function whole({ planned, workers }: Wish): Part {
  const worlds = Math.max(1, Math.min(workers, planned.filter(isSideBySide).length));
  return { work: workOf(planned), worlds, worldsInAll: worlds };
}

/** `shares` of them, or as many as there are worlds, take what runs side by side from the same queue. What needs a process to itself has one more, with one world: most of that is waiting. */
export function sharedOut(wish: Wish, shares: number): readonly Part[] {
  const { work, worlds } = whole(wish);
  const only =
    (wanted: (kind: WorkKind) => boolean): Work =>
    async (kind) =>
      wanted(kind) ? work(kind) : undefined;
  const sideBySide = spread(worlds, shares).map((count) => ({ work: only((kind) => kind !== 'alone'), worlds: count }));
  const apart = { work: only((kind) => kind === 'alone'), worlds: 1 };
  const parts = wish.planned.every(isSideBySide) ? sideBySide : [...sideBySide, apart];
  const worldsInAll = parts.reduce((sum, part) => sum + part.worlds, 0);
  return parts.map((part) => ({ ...part, worldsInAll }));
}

const isSideBySide = ({ scenario }: Planned): boolean => !runsAlone(scenario);

/** So many worlds for each, as evenly as they can be. */
function spread(worlds: number, shares: number): readonly number[] {
  const count = Math.min(worlds, shares);
  return Array.from({ length: count }, (_, at) => Math.floor((worlds + at) / count));
}

/** More than any seed that a run can be given. */
const seeds = 2 ** 31;

/** What the share at this place draws from, the first from the run's own seed: of two shares with one seed the first worlds were twins, with the same references, identifiers and secrets. `at` counts from 0. */
export const seedOfShare = (seed: number, at: number): number => seed + at * seeds;

/** The worlds of a run are numbered through its shares: each counts its own from one, and a reader is told which of the run's they are. */
import type { Share } from './share.ts';

type Sized = Pick<Share, 'worlds'>;

/** How many worlds all shares before each have. */
export const worldsBefore = (shares: readonly Sized[]): readonly number[] =>
  shares.map((_, at) => shares.slice(0, at).reduce((sum, { worlds }) => sum + worlds, 0));

/** Of each share, what its worlds are called in the run: `world 5`, `worlds 1 to 4`. */
export const namesOfWorlds = (shares: readonly Sized[]): readonly string[] => {
  const before = worldsBefore(shares);
  return shares.map(({ worlds }, at) => {
    const first = (before[at] ?? 0) + 1;
    return worlds === 1 ? `world ${first}` : `worlds ${first} to ${first + worlds - 1}`;
  });
};

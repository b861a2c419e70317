/** How many worlds a run has, and in how many processes it is shared out, if nobody says. */
import { availableParallelism } from 'node:os';
import type { Wanted } from '../idp/index.ts';

/** Most of a scenario's time is waiting for limits to pass, so several worlds for each core pay: four where every share of the run has an identity provider of its own, two at a real one, which all of them ask. */
export const defaultWorkers = (wanted: Wanted): number =>
  wanted === 'embedded' ? Math.min(8, 4 * availableParallelism()) : Math.min(4, 2 * availableParallelism());

/** Fewer scenarios than these are run sooner than another process is ready. */
const scenariosForOne = 50;

/** A share boots an identity provider of its own, which only the embedded one is light enough for; fewer than two worlds leave a process waiting. */
export const sharesFor = ({
  wanted,
  headed,
  workers,
  scenarios,
}: {
  readonly wanted: Wanted;
  readonly headed: boolean;
  readonly workers: number;
  readonly scenarios: number;
}): number =>
  wanted !== 'embedded' || headed
    ? 1
    : Math.max(1, Math.min(availableParallelism(), Math.floor(workers / 2), Math.floor(scenarios / scenariosForOne)));

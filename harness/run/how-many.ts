/** How many worlds a run has, and in how many processes it is shared out, if nobody says. */
import { availableParallelism } from 'node:os';
import type { Wanted } from '../idp/index.ts';

/** Most of a scenario's time is waiting for limits to pass, so several worlds for each core pay: more where a run is shared out and each share has an identity provider of its own than at one that all of them ask. */
export const usualWorlds = { embedded: { forEachCore: 4, atMost: 8 }, otherwise: { forEachCore: 2, atMost: 4 } } as const;

export function defaultWorkers(wanted: Wanted): number {
  const { forEachCore, atMost } = usualWorlds[wanted === 'embedded' ? 'embedded' : 'otherwise'];
  return Math.min(atMost, forEachCore * availableParallelism());
}

/** Fewer scenarios than these are run sooner than another process is ready. */
const scenariosForOne = 50;

/** Among how many processes what runs side by side is shared out. A share boots an identity provider of its own, which only the embedded one is light enough for; fewer than two worlds leave a process waiting. */
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

/** What is still to be run: everybody who asks is handed the next scenario, and nobody else gets that one. */
import { listeningMs, type Planned, runsAlone } from './plan.ts';

/**
 * `long` and `short` are the two ends of one queue of scenarios that touch nothing shared: half of the worlds begin with those that wait long,
 * the others with those that do not, so that the waiting of some is the others' time. For those of `alone` nobody else may act in the same process.
 */
export type WorkKind = 'long' | 'short' | 'alone';

/** The next of a kind; undefined when there is none left. */
export type Work = (kind: WorkKind) => Promise<Planned | undefined>;

export function workOf(planned: readonly Planned[]): Work {
  const besideOthers = slowestFirst(planned.filter(({ scenario }) => !runsAlone(scenario)));
  const alone = slowestFirst(planned.filter(({ scenario }) => runsAlone(scenario)));
  const take = { long: () => besideOthers.shift(), short: () => besideOthers.pop(), alone: () => alone.shift() } as const;
  return async (kind) => take[kind]();
}

const slowestFirst = (queue: readonly Planned[]): Planned[] => queue.toSorted((one, other) => slowness(other) - slowness(one));
const slowness = ({ scenario }: Planned): number => (scenario.fault?.slowToSee ? 10_000 : 0) + listeningMs(scenario);

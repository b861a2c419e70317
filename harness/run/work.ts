/** What is still to be run: everybody who asks is handed the next scenario, and nobody else gets that one. */
import { listeningMs, type Planned, runsAlone } from './plan.ts';

export type Work = {
  /** The next of those that touch nothing shared: by turns one that waits long and one that does not, so that the waiting of some is the others' time. Undefined when there is none left. */
  besideOthers(): Promise<Planned | undefined>;
  /** The next of those for which nobody else may act in the same process. Undefined when there is none left. */
  alone(): Promise<Planned | undefined>;
};
export type WorkKind = keyof Work;

export function workOf(planned: readonly Planned[]): Work {
  const besideOthers = slowestFirst(planned.filter(({ scenario }) => !runsAlone(scenario)));
  const alone = slowestFirst(planned.filter(({ scenario }) => runsAlone(scenario)));
  let turn = 0;
  return {
    besideOthers: async () => (turn++ % 2 === 0 ? besideOthers.shift() : besideOthers.pop()),
    alone: async () => alone.shift(),
  };
}

const slowestFirst = (queue: readonly Planned[]): Planned[] => queue.toSorted((one, other) => slowness(other) - slowness(one));
const slowness = ({ scenario }: Planned): number => (scenario.fault?.slowToSee ? 10_000 : 0) + listeningMs(scenario);

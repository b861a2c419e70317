/** The worlds of the teeth: honest ones that scenarios take turns in, and one for each set of planted defects, made when it is first needed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plantedWorld } from '../harness/defects/index.ts';
import { type Booted, boot } from '../harness/run/boot.ts';
import type { Planned } from '../harness/run/plan.ts';
import { runScenario } from '../harness/run/run-scenario.ts';
import type { ScenarioResult } from '../harness/verdict/results.ts';
import type { RunningWorld } from '../harness/world/world.ts';
import type { Planted } from './teeth-table/index.ts';

export type TeethWorlds = {
  readonly booted: Booted;
  honest(planned: Planned): Promise<ScenarioResult>;
  /** The same defects share a world. */
  planted(planned: Planned, plants: readonly Planted[]): Promise<ScenarioResult>;
  /** A world of its own, for whoever leaves it broken. */
  fresh(plants?: readonly Planted[]): Promise<RunningWorld>;
  close(): Promise<void>;
};

/** One scenario at a time. */
type Place = { readonly world: Promise<RunningWorld>; busy: Promise<unknown>; waiting: number };

/** `worlds` is the most that will ever be asked for, `side` how many honest scenarios run side by side. */
export async function openTeethWorlds({ worlds, side }: { readonly worlds: number; readonly side: number }): Promise<TeethWorlds> {
  const attachments = await mkdtemp(join(tmpdir(), 'teeth-'));
  const booted = await boot({ wanted: 'embedded', mode: 'wire', seed: 20, worlds, attachments, progress: () => {} });
  let used = 0;
  const fresh = (plants: readonly Planted[] = []): Promise<RunningWorld> => {
    used += 1;
    return plantedWorld(booted, used, plants);
  };
  const open = (plants: readonly Planted[]): Place => {
    const world = fresh(plants);
    return { world, busy: world, waiting: 0 };
  };
  const runIn = (place: Place, planned: Planned): Promise<ScenarioResult> => {
    place.waiting += 1;
    const result = place.busy.then(async () => runScenario(planned, await place.world));
    place.busy = result.finally(() => {
      place.waiting -= 1;
    });
    return result;
  };
  const honest = Array.from({ length: side }, () => open([]));
  const planted = new Map<string, Place>();
  return {
    booted,
    fresh,
    honest: (planned) => {
      const [place] = honest.toSorted((one, other) => one.waiting - other.waiting);
      if (!place) throw new RangeError('there is no honest world');
      return runIn(place, planned);
    },
    planted: (planned, plants) => {
      const key = plants.map(({ name }) => name).join(' ');
      const place = planted.get(key) ?? open(plants);
      planted.set(key, place);
      return runIn(place, planned);
    },
    close: async () => {
      await booted.close();
      await rm(attachments, { recursive: true, force: true });
    },
  };
}

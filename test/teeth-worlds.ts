/** The worlds of the teeth: honest ones that scenarios take turns in, and for each tooth one of its own with the defects planted, closed as soon as its scenario has run. */
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
  planted(planned: Planned, plants: readonly Planted[]): Promise<ScenarioResult>;
  /** A world of its own, for whoever leaves it broken; one of the planted ones until it is closed. */
  fresh(plants?: readonly Planted[]): Promise<RunningWorld>;
  close(): Promise<void>;
};

/** In wire mode unless told otherwise. */
export type Most = { readonly honest: number; readonly planted: number; readonly mode?: 'browser' | 'wire' };

/** `honest` worlds stay open, and at most `planted` ones are open beside them: further ones wait, however many teeth there are. */
export async function openTeethWorlds({ mode = 'wire', ...most }: Most): Promise<TeethWorlds> {
  const attachments = await mkdtemp(join(tmpdir(), 'teeth-'));
  const worlds = most.honest + most.planted;
  const booted = await boot({ wanted: 'embedded', mode, seed: 20, worlds, attachments, progress: () => {} });
  const indexes = Array.from({ length: worlds }, (_, at) => at + 1);
  const places = takingTurns(indexes.slice(most.honest));
  const honest = takingTurns(await Promise.all(indexes.slice(0, most.honest).map((index) => plantedWorld(booted, index, []))));
  const fresh = async (plants: readonly Planted[] = []): Promise<RunningWorld> => {
    const index = await places.take();
    const world = await plantedWorld(booted, index, plants);
    const close = async (): Promise<void> => {
      await world.close();
      await world.view.realm.revert();
      places.giveBack(index);
    };
    return { ...world, close };
  };
  return {
    booted,
    fresh,
    honest: async (planned) => {
      const world = await honest.take();
      return runScenario(planned, world).finally(() => honest.giveBack(world));
    },
    planted: async (planned, plants) => {
      const world = await fresh(plants);
      const result = await runScenario(planned, world);
      await world.close();
      return result;
    },
    close: async () => {
      await booted.close();
      await rm(attachments, { recursive: true, force: true });
    },
  };
}

type Turns<Thing> = { take(): Promise<Thing>; giveBack(thing: Thing): void };

/** Each thing is with one taker at a time; who waits longest is next. */
function takingTurns<Thing extends NonNullable<unknown>>(things: readonly Thing[]): Turns<Thing> {
  const free = [...things];
  const waiting: ((thing: Thing) => void)[] = [];
  return {
    take: () => {
      const thing = free.shift();
      return thing === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(thing);
    },
    giveBack: (thing) => {
      const next = waiting.shift();
      if (next) next(thing);
      else free.push(thing);
    },
  };
}

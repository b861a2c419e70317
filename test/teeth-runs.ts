/** Whole small runs for the teeth: the real runner, on the embedded identity provider, with scenarios that a test makes up. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadScenarios } from '../harness/run/load-scenarios.ts';
import type { AnyScenario, Planned } from '../harness/run/plan.ts';
import { runSuite } from '../harness/run/run.ts';
import type { RunOptions } from '../harness/run/run-options.ts';
import { silentProgress } from '../harness/run/silent-progress.ts';
import type { RunResults } from '../harness/verdict/results.ts';

const all = await loadScenarios(new URL('../scenarios/', import.meta.url));

/** Throws when there is no such scenario. */
export function scenarioNamed(id: string): Planned {
  const found = all.find((each) => each.id === id);
  if (!found) throw new RangeError(`there is no scenario ${id}`);
  return found;
}

/** The same plan entry with another scenario in it. */
export const instead = (planned: Planned, change: (scenario: AnyScenario) => AnyScenario): Planned => ({
  ...planned,
  scenario: change(planned.scenario),
});

export const smallRun = (...planned: readonly Planned[]): Promise<RunResults> => runOf(planned, {});

export type HowToRun = Partial<Pick<RunOptions, 'interrupted' | 'processes' | 'progress' | 'shares' | 'workers'>>;

/** In one world and one process; `attachments` is a folder. */
export const runOptionsOf = (planned: readonly Planned[], attachments: string): RunOptions => ({
  planned,
  wanted: 'embedded',
  mode: 'wire',
  headed: false,
  seed: 21,
  workers: 1,
  command: 'a test',
  attachments,
  interrupted: new AbortController().signal,
  progress: silentProgress,
});

/** In one world and one process, unless told otherwise. */
export async function runOf(planned: readonly Planned[], how: HowToRun): Promise<RunResults> {
  const attachments = await mkdtemp(join(tmpdir(), 'teeth-run-'));
  try {
    return await runSuite({ ...runOptionsOf(planned, attachments), ...how });
  } finally {
    await rm(attachments, { recursive: true, force: true });
  }
}

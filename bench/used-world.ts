/** Uses a world once as people do, so that what is loaded and compiled only at the first use belongs to its weight. */
import type { RunningWorld } from '../harness/world/world.ts';

/** Throws when it does not work. */
export async function use(world: RunningWorld): Promise<void> {
  const { actors } = world.view;
  for (const outcome of [await actors.user().signIn(), await actors.breakGlass().signIn()]) {
    if (outcome.kind !== 'ok') throw new Error(`a world to be weighed does not work: ${JSON.stringify(outcome)}`);
  }
  await world.reset();
}

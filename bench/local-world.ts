/** A system of its own for the figures that need one: no browser of the run, one world, and the embedded identity provider if no other is asked for. */
import type { DriverName } from '../harness/idp/index.ts';
import { type Booted, boot } from '../harness/run/boot.ts';
import type { RunningWorld } from '../harness/world/world.ts';
import type { Bench } from './figure.ts';
import { leased } from './leased.ts';

export type LocalWorld = { readonly booted: Booted; readonly world: RunningWorld };

/** Everything is closed when this settles. */
export const inLocalWorld = <Result>(
  { seed, progress, driver = 'embedded' }: Pick<Bench, 'seed' | 'progress'> & { readonly driver?: DriverName },
  work: (local: LocalWorld) => Promise<Result>,
): Promise<Result> =>
  leased(async ({ runFolder }) => {
    const booted = await boot({ wanted: driver, mode: 'wire', seed, worlds: 1, attachments: runFolder, progress });
    try {
      return await work({ booted, world: await booted.startWorld(1) });
    } finally {
      await booted.close();
    }
  });

/** The lives of one target: each begins with the stores as they were kept, and ends before the next begins. */

import type { NameTable } from '../../network/names.ts';
import type { WorldClock } from '../../ports/world-clock.ts';
import type { Others } from './others.ts';
import { type OpenZones, startZones, stopZones } from './zones.ts';

export type Life = {
  /** Keeps the stores as they are now: the state to which `reset` returns. */
  seal(): Promise<void>;
  /** A new life from what was kept, in which nothing has happened yet outside either. */
  reset(): Promise<void>;
  /** A new life with all that this one has stored. */
  restart(): Promise<void>;
};

/** The stores are kept as they are now. */
export async function lifeOf(
  zones: OpenZones,
  { others, clock, names }: { readonly others: Others; readonly clock: WorldClock; readonly names: NameTable },
): Promise<Life> {
  let sealed = await zones.cloud.images();
  /** Stopped, and every process alive. */
  const halt = async (): Promise<void> => {
    await stopZones(zones);
    await zones.revive();
  };
  return {
    seal: async () => {
      sealed = await zones.cloud.images();
    },
    reset: async () => {
      await halt();
      await clock.reset();
      others.clear();
      await zones.cloud.restore(sealed);
      await startZones(zones, names);
    },
    restart: async () => {
      await halt();
      await startZones(zones, names);
    },
  };
}

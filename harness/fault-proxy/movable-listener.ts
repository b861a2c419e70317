/** Keeps a public name pointing at one listener at a time, and moves it: whoever was connected to the old one is cut. */
import type { CuttableServer } from '../network/cuttable-server.ts';
import type { NameTable, Place } from '../network/names.ts';

/** A listener, a place where nobody listens, or no place at all. */
export type Whereabouts = CuttableServer | 'nobody' | 'nowhere';
export type MovableListener = { moveTo(next: Whereabouts): Promise<void>; cut(): void };

/** Nobody listens on TCP port 1 of loopback, and no free port is ever taken from there: a connection to it is refused at once. */
const nobody: Place = { address: '127.0.0.1', port: 1 };

/** At first nowhere. The new listener is there before the old one goes, so that nobody meets a gap that is not the fault's. */
export function movableListener(host: string, names: NameTable): MovableListener {
  let current: CuttableServer | undefined;
  return {
    cut: () => current?.cut(),
    async moveTo(next) {
      const old = current;
      current = typeof next === 'string' ? undefined : next;
      if (next === 'nowhere') names.remove(host);
      else names.set(host, current ? { address: current.address, port: current.port } : nobody);
      await old?.close();
    },
  };
}

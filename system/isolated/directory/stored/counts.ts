/** How many there are of something, kept beside the things: the mass-change guard asks with every request, and counting ten thousand takes too long. */
import type { Store } from '../../../kernel/ports.ts';

export type Counts = { of(what: string): number; add(what: string, more: number): void };

const collection = 'directory.count';

export const countsIn = (store: Store): Counts => ({
  of: (what) => store.get<number>(collection, what) ?? 0,
  add: (what, more) => {
    if (more !== 0) store.put(collection, what, (store.get<number>(collection, what) ?? 0) + more);
  },
});

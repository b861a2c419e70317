/** Changes that the mass-change guard stopped whole: kept until an org admin lets them be done or throws them away (N-06). What is kept is the wish, and it is planned anew when it is resumed. */
import type { ListedHeld } from '../../kernel/directory-view.ts';
import type { Clock, Random, Store } from '../../kernel/ports.ts';

export type Held = ListedHeld & {
  /** What was to be done, as it came. */
  readonly wish: string;
};
export type HeldChanges = {
  keep(held: Omit<Held, 'id' | 'atMs'>): Held;
  find(id: string): Held | undefined;
  list(): readonly Held[];
  remove(id: string): void;
};

const collection = 'directory.held';
/** The oldest is forgotten: whoever sends the same wrong feed every hour fills no disk. */
const mostHeld = 20;

export function heldIn(store: Store, { clock, random }: { readonly clock: Clock; readonly random: Random }): HeldChanges {
  const list = (): readonly Held[] =>
    store
      .list<Held>(collection)
      .map(({ value }) => value)
      .toSorted((one, other) => one.atMs - other.atMs);
  return {
    keep: (given) => {
      const held: Held = { ...given, id: Buffer.from(random.bytes(9)).toString('base64url'), atMs: clock.now() };
      for (const { id } of list().slice(0, Math.max(0, store.count(collection) + 1 - mostHeld))) store.delete(collection, id);
      store.put(collection, held.id, held);
      return held;
    },
    find: (id) => store.get<Held>(collection, id),
    list,
    remove: (id) => store.delete(collection, id),
  };
}

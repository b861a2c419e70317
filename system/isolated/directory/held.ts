/** Changes that the mass-change guard stopped whole: kept until an org admin lets them be done or throws them away (N-06, N-19). What is kept is the wish, and it is planned anew when it is resumed. Threats: another change than was looked at; an old wish that is done over a newer world. */
import type { ListedHeld } from '../../kernel/directory-view.ts';
import type { Clock, Random, Store } from '../../kernel/ports.ts';
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';

export type Held = ListedHeld & { readonly outdated?: true };
/** `outdated`: a later one of its kind was done since. Only what is waiting can be resumed. */
export type HeldState = 'waiting' | 'outdated' | 'too-old';
export type HeldFacts = {
  readonly state: HeldState;
  /** What it would do now is what whoever resumes it was shown. */
  readonly asShown: boolean;
};

/** Whoever has not decided by then knows too little of what was meant. */
export const heldForMs = 7 * 86_400_000;

export const heldRules = [
  { code: 'directory.held.outdated', cites: ['N-06', 'N-19'], holds: (f) => f.state !== 'outdated' },
  { code: 'directory.held.too-old', cites: ['N-06', 'N-19'], holds: (f) => f.state !== 'too-old' },
  { code: 'directory.held.other-than-shown', cites: ['N-06', 'N-08'], holds: (f) => f.asShown },
] as const satisfies RuleTable<HeldFacts>;
export type HeldRefusal = CodeOf<typeof heldRules>;

export type HeldChanges = {
  /** `wish`: what was to be done, as it came. */
  keep(held: Omit<Held, 'id' | 'atMs'>, wish: string): Held;
  find(id: string): Held | undefined;
  wishOf(id: string): string;
  state(held: Held): HeldState;
  /** The oldest first. */
  list(): readonly Held[];
  count(): number;
  /** Something of this kind was done: whatever was held of it until then is about a world that is gone. */
  outdate(origin: Held['origin'], untilMs?: number): void;
  remove(id: string): void;
};

const collection = 'directory.held';
/** Apart, so that nobody who lists or counts them reads whole feeds. */
const wishes = 'directory.held-wish';
/** The oldest is forgotten: whoever sends the same wrong feed every hour fills no disk. */
const mostHeld = 20;

export function heldIn(store: Store, { clock, random }: { readonly clock: Clock; readonly random: Random }): HeldChanges {
  const list = (): readonly Held[] =>
    store
      .list<Held>(collection)
      .map(({ value }) => value)
      .toSorted((one, other) => one.atMs - other.atMs);
  const isOld = ({ atMs }: Held): boolean => clock.now() - atMs > heldForMs;
  const remove = (id: string): void => {
    store.delete(collection, id);
    store.delete(wishes, id);
  };
  return {
    keep: (given, wish) => {
      const held: Held = { ...given, id: Buffer.from(random.bytes(9)).toString('base64url'), atMs: clock.now() };
      const before = list();
      const tooMany = Math.max(0, before.length + 1 - mostHeld);
      for (const [at, each] of before.entries()) if (at < tooMany || isOld(each)) remove(each.id);
      store.put(collection, held.id, held);
      store.put(wishes, held.id, wish);
      return held;
    },
    find: (id) => store.get<Held>(collection, id),
    wishOf: (id) => store.get<string>(wishes, id) ?? '',
    state: (held) => (held.outdated ? 'outdated' : isOld(held) ? 'too-old' : 'waiting'),
    list,
    count: () => store.count(collection),
    outdate: (origin, untilMs = Number.POSITIVE_INFINITY) => {
      for (const held of list())
        if (held.origin === origin && held.atMs <= untilMs) store.put<Held>(collection, held.id, { ...held, outdated: true });
    },
    remove,
  };
}

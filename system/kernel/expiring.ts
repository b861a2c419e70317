/** A collection of things that end by themselves, and are forgotten soon after. Threat: anybody may begin a sign-in, and each beginning is a row; a store that only grows is a way to fill the disk (NIST SP 800-53 SC-5). */
import type { Clock, Store } from './ports.ts';

export type Expiring<Value> = {
  get(key: string): Value | undefined;
  /** Makes or replaces, and forgets a few of the oldest. */
  put(key: string, value: Value): void;
  take(key: string): Value | undefined;
};

/** More than one, so that a backlog shrinks; few, so that no request pays for many others. */
export const forgottenAtOnce = 16;

/** Seconds since it began; infinite for what is not there. */
export const ageSeconds = (of: { readonly startedAtMs: number } | undefined, clock: Clock): number =>
  of === undefined ? Number.POSITIVE_INFINITY : (clock.now() - of.startedAtMs) / 1000;

/**
 * What is older than twice its lifetime is removed when something new comes, the oldest first: until then a late one can be told from
 * an unknown one. The order is kept in memory, so that no request lists the whole collection; only the first that makes something reads
 * what an earlier start left behind (not the start itself: a store that cannot be read must not keep the cloud from starting, S12).
 */
export function expiring<Value extends { readonly startedAtMs: number }>(
  store: Store,
  collection: string,
  { clock, lifetimeSeconds }: { readonly clock: Clock; readonly lifetimeSeconds: number },
): Expiring<Value> {
  const keptMs = 2 * lifetimeSeconds * 1000;
  let known: Map<string, number> | undefined;
  const leftBehind = (): Map<string, number> => {
    const oldestFirst = store.list<Value>(collection).toSorted((one, other) => one.value.startedAtMs - other.value.startedAtMs);
    return new Map(oldestFirst.map(({ key, value }) => [key, value.startedAtMs]));
  };
  const forgetOldest = (startedAtMs: Map<string, number>): void => {
    for (const [key, atMs] of startedAtMs.entries().take(forgottenAtOnce).toArray()) {
      if (clock.now() - atMs <= keptMs) return;
      startedAtMs.delete(key);
      store.delete(collection, key);
    }
  };

  return {
    get: (key) => store.get<Value>(collection, key),
    put(key, value) {
      known ??= leftBehind();
      forgetOldest(known);
      known.set(key, value.startedAtMs);
      store.put<Value>(collection, key, value);
    },
    take(key) {
      known?.delete(key);
      return store.take<Value>(collection, key);
    },
  };
}

/** A world's time: the machine's, shifted; or held still and moved by hand, so that 29:59 is 29:59 on any machine. */
import type { Clock } from '../../system/index.ts';
import type { TargetClock } from '../target/target.ts';

export type WorldClock = Clock &
  TargetClock & {
    /** Runs with the machine again. */
    reset(): void;
  };

type Waiting = { readonly dueMs: number; readonly resolve: () => void };

/** Starts in step with the machine. While held, a waiter wakes only when `step` reaches its instant. */
export function worldClock(): WorldClock {
  let offsetMs = 0;
  let heldAtMs: number | undefined;
  const waiting = new Set<Waiting>();
  const now = (): number => heldAtMs ?? Date.now() + offsetMs;
  const wake = (): void => {
    for (const waiter of waiting) {
      if (waiter.dueMs > now()) continue;
      waiting.delete(waiter);
      waiter.resolve();
    }
  };
  return {
    now,
    skewMs: () => now() - Date.now(),
    after: (ms) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.add({ dueMs: now() + ms, resolve });
      if (heldAtMs === undefined) setTimeout(wake, ms + 1);
      return promise;
    },
    hold: () => {
      heldAtMs ??= now();
    },
    step: ({ minutes = 0, seconds = 0 }) => {
      const byMs = (minutes * 60 + seconds) * 1000;
      if (heldAtMs === undefined) offsetMs += byMs;
      else heldAtMs += byMs;
      wake();
    },
    reset: () => {
      heldAtMs = undefined;
      offsetMs = 0;
      wake();
    },
  };
}

/** A world's time: the machine's, shifted; or held still and moved by hand, so that 29:59 is 29:59 on any machine. */
import type { Clock } from '../../system/index.ts';

/** What a scenario may do with the time of a target. */
export type TargetClock = {
  now(): number;
  /** From here on the target's time stands still and moves only by `step`. Resolves when every part of the target goes by it. */
  hold(): Promise<void>;
  step(by: { readonly minutes?: number; readonly seconds?: number }): Promise<void>;
};

/** All that two clocks on one machine need to agree. Milliseconds; held still when `heldAtMs` is there. */
export type ClockState = { readonly offsetMs: number; readonly heldAtMs?: number };

export type WorldClock = Clock &
  TargetClock & {
    /** Runs with the machine again. */
    reset(): Promise<void>;
    state(): ClockState;
    /** Takes over the state of another clock on this machine. */
    follow(state: ClockState): void;
    /** `tell` is given every new state, and `hold`, `step` and `reset` resolve only when it has: no part of the world is behind. */
    onChange(tell: (state: ClockState) => Promise<void>): void;
  };

type Waiting = { readonly dueMs: number; readonly resolve: () => void };

/** A longer one would fire at once: who waited in a future that was taken back is woken by nobody, and keeps no process from ending. */
const longestTimeoutMs = 2 ** 31 - 1;

/** Starts in step with the machine. While held, a waiter wakes only when `step` reaches its instant. */
export function worldClock(): WorldClock {
  let state: ClockState = { offsetMs: 0 };
  const waiting = new Set<Waiting>();
  const followers: ((state: ClockState) => Promise<void>)[] = [];
  const now = (): number => state.heldAtMs ?? Date.now() + state.offsetMs;
  const wake = (): void => {
    for (const waiter of waiting) {
      if (waiter.dueMs > now()) continue;
      waiting.delete(waiter);
      waiter.resolve();
    }
  };
  const follow = (next: ClockState): void => {
    state = next;
    wake();
    if (next.heldAtMs === undefined)
      for (const { dueMs } of waiting) setTimeout(wake, Math.min(dueMs - now() + 1, longestTimeoutMs)).unref();
  };
  const change = async (next: ClockState): Promise<void> => {
    follow(next);
    await Promise.all(followers.map((tell) => tell(next)));
  };
  return {
    now,
    skewMs: () => now() - Date.now(),
    after: (ms) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.add({ dueMs: now() + ms, resolve });
      if (state.heldAtMs === undefined) setTimeout(wake, ms + 1);
      return promise;
    },
    hold: () => change({ ...state, heldAtMs: now() }),
    step: ({ minutes = 0, seconds = 0 }) => change(stepped(state, (minutes * 60 + seconds) * 1000)),
    reset: () => change({ offsetMs: 0 }),
    state: () => state,
    follow,
    onChange: (tell) => void followers.push(tell),
  };
}

const stepped = ({ offsetMs, heldAtMs }: ClockState, byMs: number): ClockState =>
  heldAtMs === undefined ? { offsetMs: offsetMs + byMs } : { offsetMs, heldAtMs: heldAtMs + byMs };

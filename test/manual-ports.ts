/** Ports for component tests: a clock that moves only when told, real randomness, a log that says nothing. */
import { randomFillSync } from 'node:crypto';
import type { Clock, Log, Random } from '../system/kernel/ports.ts';

export type ManualClock = Clock & {
  advance(ms: number): void;
  /** Resolves when somebody waits for this clock (at once if so already). */
  waited(): Promise<void>;
};

export function manualClock(startMs: number): ManualClock {
  let nowMs = startMs;
  let waiters: { readonly dueMs: number; readonly go: () => void }[] = [];
  const watchers: (() => void)[] = [];
  return {
    now: () => nowMs,
    skewMs: () => nowMs - Date.now(),
    after: (ms) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiters.push({ dueMs: nowMs + ms, go: resolve });
      for (const watcher of watchers.splice(0)) watcher();
      return promise;
    },
    waited: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (waiters.length > 0) resolve();
      else watchers.push(resolve);
      return promise;
    },
    advance: (ms) => {
      nowMs += ms;
      const due = waiters.filter(({ dueMs }) => dueMs <= nowMs);
      waiters = waiters.filter(({ dueMs }) => dueMs > nowMs);
      for (const { go } of due) go();
    },
  };
}

export const systemRandom: Random = { bytes: (count) => randomFillSync(new Uint8Array(count)) };
export const silentLog: Log = { info: () => {}, error: () => {} };

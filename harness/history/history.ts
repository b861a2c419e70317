/** The record of everything that actors did in a world: each operation with its outcome and the phase in which it happened. */
import type { History, Operation } from '../verdict/results.ts';

export type Phase = Operation['phase'];
/** An operation as its actor knows it; the history adds the phase. */
export type Recorded = Omit<Operation, 'phase'>;

export type OpenHistory = {
  /** Set by the runner before each step of a scenario; what is recorded from then on belongs to it. */
  phase: Phase;
  record(operation: Recorded): void;
  /** Everything since the beginning, in the order in which it ended. */
  list(): History;
  /** What was recorded after the first `count` operations: a scenario's own part of the history. */
  after(count: number): History;
};

/** An empty history in the phase `given`. */
export function createHistory(): OpenHistory {
  const operations: Operation[] = [];
  return {
    phase: 'given',
    record(operation) {
      operations.push(Object.freeze({ ...operation, phase: this.phase }));
    },
    list: () => [...operations],
    after: (count) => operations.slice(count),
  };
}

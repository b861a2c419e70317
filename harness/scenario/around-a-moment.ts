/** Expectations on the operations of an act before or after a moment that it marked. */
import type { Operation, Outcome } from '../verdict/results.ts';
import { judgedOperations } from './expectations.ts';
import type { Expectation } from './scenario.ts';

type Around = {
  /** The operation's name: `sign in`. */
  readonly verb: string;
  /** The moment's name, as the act marks it. Of several the first counts. */
  readonly moment: string;
  readonly met: (outcomes: readonly Outcome[]) => boolean;
};

const around = (claim: string, { verb, moment, met }: Around, counts: (operation: Operation, atMs: number) => boolean): Expectation => ({
  claim,
  judge: async ({ history, marks }) => {
    const atMs = marks.find(({ name }) => name === moment)?.atMs ?? Number.POSITIVE_INFINITY;
    return judgedOperations(
      history.filter((operation) => operation.verb === verb && counts(operation, atMs)),
      met,
    );
  },
});

/** Operations that had ended when the moment came, ended so. A moment that never came lies after everything. */
export const before = (claim: string, what: Around): Expectation => around(claim, what, ({ endedAtMs }, atMs) => endedAtMs <= atMs);

/** Operations that began when the moment had come, ended so. After a moment that never came there is nothing, which is unclear. */
export const after = (claim: string, what: Around): Expectation => around(claim, what, ({ invokedAtMs }, atMs) => invokedAtMs >= atMs);

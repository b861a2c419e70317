/** Expectations on the operations of an act before or after a moment that it marked. */
import type { Outcome } from '../verdict/results.ts';
import { judgedOperations } from './expectations.ts';
import type { Expectation } from './scenario.ts';

type Around = {
  /** The operation's name: `sign in`. */
  readonly verb: string;
  /** The moment's name, as the act marks it. Of several the first counts. */
  readonly moment: string;
  readonly met: (outcomes: readonly Outcome[]) => boolean;
};

/** Operations that had ended when the moment came, ended so. A moment that never came lies after everything. */
export const before = (claim: string, { verb, moment, met }: Around): Expectation => ({
  claim,
  judge: async ({ history, marks }) => {
    const atMs = marks.find(({ name }) => name === moment)?.atMs ?? Number.POSITIVE_INFINITY;
    return judgedOperations(
      history.filter((operation) => operation.verb === verb && operation.endedAtMs <= atMs),
      met,
    );
  },
});

/** Operations that began when the moment had come, ended so. After a moment that never came there is nothing, which is unclear. */
export const after = (claim: string, { verb, moment, met }: Around): Expectation => ({
  claim,
  judge: async ({ history, marks }) => {
    const atMs = marks.find(({ name }) => name === moment)?.atMs ?? Number.POSITIVE_INFINITY;
    return judgedOperations(
      history.filter((operation) => operation.verb === verb && operation.invokedAtMs >= atMs),
      met,
    );
  },
});

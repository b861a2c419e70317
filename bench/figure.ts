/** What a figure of the benchmark is: one question, answered by readings, each measured or with the reason why not. */
import type { Spread } from './statistics.ts';

export type Unit = 's' | 'ms' | 'MB' | '1/s' | 'ratio' | 'AUC' | 'share';
/** Bounds of the median. A target says what was meant, never what must be: a benchmark is no test. */
export type Target = { readonly atLeast?: number; readonly atMost?: number };

export type Measured = {
  readonly what: string;
  readonly unit: Unit;
  readonly spread: Spread;
  readonly target?: Target;
  /** What a reader must know to understand the number. */
  readonly note?: string;
};
export type NotMeasured = { readonly what: string; readonly notMeasured: string };
export type Reading = Measured | NotMeasured;

export type Bench = {
  /** Fewer samples, and the slowest parts left out; each reading says so. */
  readonly quick: boolean;
  /** Instead of a figure's own number of rounds. */
  readonly runs: number | undefined;
  readonly seed: number;
  progress(message: string): void;
};

export type Figure = {
  readonly name: string;
  /** One line for `--help`. */
  readonly question: string;
  run(bench: Bench): Promise<readonly Reading[]>;
};

/** The asked number of rounds, or the figure's own: `quick` with `--quick`, `usual` otherwise. */
export const roundsOf = ({ quick, runs }: Bench, own: { readonly usual: number; readonly quick: number }): number =>
  runs ?? (quick ? own.quick : own.usual);

/** Undefined where there is no target. */
export const isMet = ({ spread, target }: Measured): boolean | undefined =>
  target === undefined
    ? undefined
    : spread.median >= (target.atLeast ?? Number.NEGATIVE_INFINITY) && spread.median <= (target.atMost ?? Number.POSITIVE_INFINITY);

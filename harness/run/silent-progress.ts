/** A progress that nobody watches. */
import type { Progress } from '../progress/progress.ts';

const nothing = (): void => {};

export const silentProgress: Progress = {
  phase: nothing,
  planned: nothing,
  note: nothing,
  warn: nothing,
  scenarioStarted: nothing,
  scenarioEnded: nothing,
  done: nothing,
  close: nothing,
};

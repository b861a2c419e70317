/** What the runner tells a watching person while a run goes on; the live view and the plain lines both listen to it. */
import type { RunResults, ScenarioResult } from '../verdict/results.ts';

/** In this order; a phase may be entered again with a new detail. */
export const phaseNames = ['preparing', 'identity provider', 'worlds', 'scenarios', 'checkers', 'reports'] as const;
export type PhaseName = (typeof phaseNames)[number];

/** Where the finished documents lie, as a person can open them. `trouble` says what could not be written and what to do. */
export type WrittenPaths = {
  readonly folder: string;
  readonly html?: string;
  readonly json?: string;
  readonly junit?: string;
  readonly latest?: string;
  readonly trouble?: readonly string[];
};

export type Progress = {
  /** Enters a phase; the one before it is over. `detail` is one clause: `keycloak-jvm 26.7.3: asked for by name`. */
  phase(name: PhaseName, detail?: string): void;
  /** How many scenarios the plan holds, those that will be skipped included. Called once, before the first scenario. */
  planned(count: number): void;
  /** A sentence that is worth a line of its own and stays on the screen. */
  note(message: string): void;
  /** Like `note`, marked as a warning; the report repeats it from `RunResults.warnings`. */
  warn(text: string): void;
  scenarioStarted(id: string): void;
  /** Also for a scenario that was skipped and so never started. */
  scenarioEnded(result: ScenarioResult): void;
  /** The last word: ends the live view and prints the verdict, what did not pass, where the report lies, and the counts. */
  done(results: RunResults, paths: WrittenPaths): void;
  /** Ends the live view without a last word, for a run that breaks off. Safe to call at any time and more than once. */
  close(): void;
};

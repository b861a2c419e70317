/** What a run is asked to do. */
import type { Wanted } from '../idp/index.ts';
import type { Progress } from '../progress/progress.ts';
import type { Planned } from './plan.ts';

export type RunOptions = {
  /** What was chosen; not empty. */
  readonly planned: readonly Planned[];
  readonly wanted: Wanted;
  readonly image?: string;
  readonly mode: 'browser' | 'wire';
  readonly headed: boolean;
  /** Each zone in a process of its own; without it the boundary is judged in one process, which is no evidence (S1). */
  readonly processes?: boolean;
  readonly seed: number;
  /** How many scenarios run side by side, one world for each. */
  readonly workers: number;
  /** Among how many processes what runs side by side is shared out, each with its part of the worlds and an identity provider of its own; 1 unless told. What needs a process to itself then has one more. */
  readonly shares?: number;
  /** The words that repeat this run. */
  readonly command: string;
  /** Where screenshots and traces go. */
  readonly attachments: string;
  readonly interrupted: AbortSignal;
  readonly progress: Progress;
};

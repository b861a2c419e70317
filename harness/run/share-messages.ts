/** What the process that leads a run and the process of a share say to each other. */
import type { ScenarioResult } from '../verdict/results.ts';
import type { Planned } from './plan.ts';
import type { Share, ShareOptions } from './share.ts';
import type { WorkKind } from './work.ts';

/** A scenario travels as its name and digest: whoever runs it loads it from its module. */
export type Handed = Omit<Planned, 'scenario'>;

/** All but what is said as it comes: the work, the progress, and why nothing more is to be started. */
export type Order = Omit<ShareOptions, 'abandoned' | 'work' | 'interrupted' | 'progress'>;
export type ToShare =
  | { readonly say: 'begin'; readonly order: Order }
  /** `next`: undefined when there is none left, or nothing more is started. */
  | { readonly say: 'handed'; readonly question: number; readonly next: Handed | undefined }
  | { readonly say: 'interrupted' | 'abandoned' };

/** Why there is no share: an error in words, as far as it can be told to another process. */
export type Broke = { readonly name: string; readonly message: string; readonly remedy?: string; readonly stack?: string };
export type FromShare =
  | { readonly say: 'next'; readonly question: number; readonly kind: WorkKind }
  | { readonly say: 'started'; readonly id: string }
  | { readonly say: 'ended'; readonly result: ScenarioResult }
  | { readonly say: 'judging' }
  | { readonly say: 'warning'; readonly text: string }
  | { readonly say: 'done'; readonly share: Share }
  | { readonly say: 'broke'; readonly problem: Broke };

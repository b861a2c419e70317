/** The door of `progress`: what a person sees while a run goes on, and its last words. */
import { liveProgress } from './live-progress.ts';
import { type Environment, mayRedraw, type Screen } from './paint.ts';
import { plainProgress } from './plain-progress.ts';
import type { Progress } from './progress.ts';

export type { Environment, Screen } from './paint.ts';
export type { PhaseName, Progress, WrittenPaths } from './progress.ts';
export { type UnderWay, underWay } from './under-way.ts';

/** The live view where the stream is a terminal that can be redrawn, and plain lines everywhere else. */
export const progressOn = (screen: Screen = process.stdout, env: Environment = process.env): Progress =>
  mayRedraw(screen, env) ? liveProgress(screen, env) : plainProgress(screen, env);

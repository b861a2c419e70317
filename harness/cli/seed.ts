/** Draws the seed of a run that was given none; it is printed, so that the run can be repeated. */
import { randomInt } from 'node:crypto';
import { largestSeed } from './option-values.ts';

export const drawnSeed = (): number => randomInt(0, largestSeed);

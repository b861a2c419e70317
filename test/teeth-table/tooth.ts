/** What a tooth is: planted defects, and the evidence that a scenario is red for their reason and no other. */
import {
  changesTheDirectoryAndRefuses,
  ruleOffDefect,
  ruleTooStrictDefect,
  type SystemDefect,
  type WorldDefect,
} from '../../harness/defects/index.ts';
import type { SystemRefusal } from '../../system/index.ts';

export type Planted = SystemDefect | WorldDefect;
/** `failing` is a part of the expectation that must be missed, `observed` of what must be seen instead. */
export type Tooth = { readonly plants: readonly Planted[] } & (
  | { readonly red: 'fail'; readonly failing: string; readonly observed: string }
  | { readonly red: 'error'; readonly cause: string }
);

export const off = (...codes: readonly SystemRefusal[]): readonly SystemDefect[] => codes.map(ruleOffDefect);
export const tooStrict = (...codes: readonly SystemRefusal[]): readonly SystemDefect[] => codes.map(ruleTooStrictDefect);

export const arrivesInstead = (plants: readonly Planted[], host: string, failing: string): Tooth => ({
  plants,
  red: 'fail',
  failing,
  observed: `arrived on ${host}`,
});
export const refusedInstead = (plants: readonly Planted[], observed: string, failing: string): Tooth => ({
  plants,
  red: 'fail',
  failing,
  observed: `refused with ${observed}`,
});
/** Refused as it should be, and the directory is another one all the same. */
export const doneInstead = (code: SystemRefusal): Tooth => ({
  plants: [changesTheDirectoryAndRefuses(code)],
  red: 'fail',
  failing: 'the directory holds what it held before',
  observed: 'something else',
});
export const heard = (plant: Planted, observed: string): Tooth => ({
  plants: [plant],
  red: 'fail',
  failing: 'no connection, name look-up or raw socket toward the identity provider, during the act and three seconds after',
  observed,
});

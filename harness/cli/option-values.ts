/** Turns the words after an option into values, or says in one line what would have been right. */
import { InvalidArgumentError } from 'commander';
import { didYouMean } from './usage-error.ts';

/** Exactly one of `valid`. */
export const oneOf =
  <Word extends string>(valid: readonly Word[]) =>
  (given: string): Word => {
    const found = valid.find((word) => word === given);
    if (found === undefined) throw new InvalidArgumentError(`It is one of ${valid.join(', ')}${didYouMean(given, valid)}.`);
    return found;
  };

/** A whole number from `least` to `most`, in decimal digits. */
export const wholeNumber =
  (least: number, most: number) =>
  (given: string): number => {
    const value = /^\d{1,15}$/.test(given) ? Number(given) : Number.NaN;
    if (!(value >= least && value <= most)) throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
    return value;
  };

/** Any text that is not empty. */
export const someText = (given: string): string => {
  if (given.trim() === '') throw new InvalidArgumentError('It may not be empty.');
  return given;
};

/** Seeds are non-negative 32-bit numbers: every random source of a world takes them. */
export const largestSeed = 2 ** 31 - 1;
export const seedValue = wholeNumber(0, largestSeed);
/** As many realms as an identity provider is seeded with. */
export const mostWorkers = 8;

/** All departures of an ID token from an honest one, each in exactly one thing and validly signed unless the signature is what departs (I-07). */
import { contextDeviations } from './id-tokens/contexts.ts';
import { formDeviations } from './id-tokens/form.ts';
import { headerDeviations } from './id-tokens/header.ts';
import { partyDeviations } from './id-tokens/parties.ts';
import { timeDeviations } from './id-tokens/times.ts';
import type { IdTokenDeviations } from './id-tokens/token.ts';

/** By name, which reads on after "an ID token …". */
export const idTokenDeviations = {
  ...formDeviations,
  ...headerDeviations,
  ...partyDeviations,
  ...contextDeviations,
  ...timeDeviations,
} as const satisfies IdTokenDeviations;
export type IdTokenDeviationName = keyof typeof idTokenDeviations;

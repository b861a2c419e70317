/** User context tokens that depart from an honest one in exactly one thing, and are validly signed unless the signature is what departs (I-09). RFC 7515, RFC 7519, RFC 8725. */
import { claimDeviations } from './context-tokens/claims.ts';
import { formDeviations } from './context-tokens/form.ts';
import { headerDeviations } from './context-tokens/header.ts';
import { timeDeviations } from './context-tokens/times.ts';
import type { ContextTokenDeviations } from './context-tokens/token.ts';

/** By name, which reads on after "a user context …". */
export const contextTokenDeviations = {
  ...formDeviations,
  ...headerDeviations,
  ...claimDeviations,
  ...timeDeviations,
} as const satisfies ContextTokenDeviations;
export type ContextTokenDeviationName = keyof typeof contextTokenDeviations;

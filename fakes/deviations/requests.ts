/** Requests that depart from an honest one in exactly one thing, all families of them. */
import { framingDeviations } from './requests/framing.ts';
import { headerDeviations } from './requests/headers.ts';
import { methodAndHostDeviations } from './requests/methods-and-hosts.ts';
import { targetDeviations } from './requests/targets.ts';

export const requestDeviations = {
  ...targetDeviations,
  ...methodAndHostDeviations,
  ...headerDeviations,
  ...framingDeviations,
} as const;
export type RequestDeviationName = keyof typeof requestDeviations;

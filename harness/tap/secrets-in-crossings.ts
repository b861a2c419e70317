/** Reads off the crossings themselves which secrets a run made up: the values of all cookies that were set, whoever set them. Wherever else one of them stands, it leaked. */
import type { Crossing } from '../../system/index.ts';
import { type Marker, shortestMarker } from './markers.ts';

const setCookie = /^set-cookie: *([^=;\s]+)=([^;\s]+)/gim;

/** One marker for each value; values too short to be secrets are left out. */
export function cookiesSet(crossings: readonly Crossing[]): readonly Marker[] {
  const values = new Map<string, string>();
  for (const { head } of crossings)
    for (const [, name = '', value = ''] of head.matchAll(setCookie)) if (value.length >= 2 * shortestMarker) values.set(value, name);
  return [...values].map(([value, whose]) => ({ whose, class: 'session-cookie', value }));
}

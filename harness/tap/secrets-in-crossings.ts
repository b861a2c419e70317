/** Reads off the crossings themselves which secrets a run made up: the values of all cookies that were set, and the one-time values of sign-ins. Wherever else one of them stands, it leaked. */
import type { Crossing } from '../../system/index.ts';
import { type Marker, shortestMarker } from './markers.ts';

const setCookie = /^set-cookie: *([^=;\s]+)=([^;\s]+)/gim;
/** RFC 6749 §4.1.2, RFC 7636 §4.5: what a callback or a token request carries. */
const oneTime = /[?&\s](code|state|code_verifier)=([A-Za-z0-9._~-]+)/g;
const text = new TextDecoder();
const longestBody = 4_096;

/** One marker for each value; values too short to be secrets are left out. */
export function secretsMadeUp(crossings: readonly Crossing[]): readonly Marker[] {
  const found = new Map<string, Marker>();
  const note = (whose: string, value: string): void => {
    if (value.length >= 2 * shortestMarker) found.set(value, { whose, class: 'session-cookie', value });
  };
  for (const { head, body } of crossings) {
    const all = body.length < longestBody ? `${head}\n${text.decode(body)}` : head;
    for (const [, name = '', value = ''] of head.matchAll(setCookie)) note(name, value);
    for (const [, name = '', value = ''] of all.matchAll(oneTime)) note(name, value);
  }
  return [...found.values()];
}

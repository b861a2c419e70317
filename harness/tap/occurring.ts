/** Which of many markers occur in a text, in one pass over it however many they are: a rolling hash of their beginnings (Rabin and Karp). */
import { type Marker, shortestMarker } from './markers.ts';

/** Asked about texts as `alike` makes them. Every value is at least as long as the shortest marker. */
export type Occurring = (text: string) => readonly Marker[];

/** In whatever case, and with a space for the plus sign that a form writes for it (WHATWG URL §5.2): so markers are written, and so they are looked for. */
export const alike = (text: string): string => text.toLowerCase().replaceAll('+', ' ');

const base = 257;
/** The weight with which the oldest character of a window leaves the hash. */
const leaving = Array.from({ length: shortestMarker - 1 }).reduce((power: number) => Math.imul(power, base), 1);
const filterBits = 16;

const hashOf = (text: string): number => {
  let hash = 0;
  for (let at = 0; at < shortestMarker; at += 1) hash = (Math.imul(hash, base) + text.charCodeAt(at)) | 0;
  return hash;
};
const placeOf = (hash: number): number => (hash ^ (hash >>> 16)) & ((1 << filterBits) - 1);

/** A search that is made once and used for many texts. */
export function occurringIn(markers: readonly Marker[]): Occurring {
  const beginnings = new Map<number, Marker[]>();
  const filter = new Uint8Array(1 << filterBits);
  for (const marker of markers) {
    const hash = hashOf(alike(marker.value));
    beginnings.set(hash, [...(beginnings.get(hash) ?? []), marker]);
    filter[placeOf(hash)] = 1;
  }
  return (text) => {
    const found = new Set<Marker>();
    if (text.length < shortestMarker) return [];
    let hash = hashOf(text);
    for (let end = shortestMarker; ; end += 1) {
      const start = end - shortestMarker;
      if (filter[placeOf(hash)] === 1)
        for (const marker of beginnings.get(hash) ?? []) if (text.startsWith(alike(marker.value), start)) found.add(marker);
      if (end >= text.length) return [...found];
      hash = (Math.imul(hash - Math.imul(text.charCodeAt(start), leaving), base) + text.charCodeAt(end)) | 0;
    }
  };
}

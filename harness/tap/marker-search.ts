/** Finds markers in text, in whatever case and encoding. */
import { type Marker, shortestMarker } from './markers.ts';
import { type Occurring, occurringIn } from './occurring.ts';
import { readings } from './readings.ts';

export type Hit = { readonly marker: Marker; readonly as: readonly string[] };

/**
 * A search that is made once and used for many texts. Each marker is told once, with the shallowest encoding in which it was seen. One that lies inside a longer one (a name in an e-mail address) is not counted there.
 * Throws `RangeError` for a marker that is too short to be searched for.
 */
export function markerSearch(markers: readonly Marker[]): (text: string) => readonly Hit[] {
  const short = markers.find(({ value }) => value.length < shortestMarker);
  if (short) throw new RangeError(`the ${short.class} of ${short.whose} is too short for a marker`);
  const longestFirst = markers.toSorted((a, b) => b.value.length - a.value.length);
  const occurring = occurringIn(longestFirst);
  return (text) => hitsIn(text, longestFirst, occurring);
}

/** The same for one text. */
export const markersIn = (text: string, markers: readonly Marker[]): readonly Hit[] => markerSearch(markers)(text);

function hitsIn(text: string, longestFirst: readonly Marker[], occurring: Occurring): readonly Hit[] {
  const seen = readings(text).map((reading) => ({ as: reading.as, markers: markersHere(reading.text, occurring) }));
  if (seen.every((reading) => reading.markers.size === 0)) return [];
  const anywhere = longestFirst.filter((marker) => seen.some((reading) => reading.markers.has(marker)));
  return anywhere.flatMap((marker): Hit[] => {
    const whole = anywhere.filter((other) => other !== marker && contains(other, marker));
    // In a half-decoded reading a longer marker may be broken, and only the shorter one inside it seen: then the reading that shows it whole decides.
    const broken = whole.filter((longer) => seen.some((reading) => reading.markers.has(longer)));
    const hit = seen.find((reading) => reading.markers.has(marker) && broken.every((longer) => reading.markers.has(longer)));
    return hit ? [{ marker, as: hit.as }] : [];
  });
}

const contains = (longer: Marker, shorter: Marker): boolean => longer.value.toLowerCase().includes(shorter.value.toLowerCase());

function markersHere(text: string, occurring: Occurring): ReadonlySet<Marker> {
  let rest = text.toLowerCase();
  const found = new Set<Marker>();
  for (const marker of occurring(rest).toSorted((a, b) => b.value.length - a.value.length)) {
    const value = marker.value.toLowerCase();
    if (!rest.includes(value)) continue;
    found.add(marker);
    rest = rest.replaceAll(value, '\n');
  }
  return found;
}

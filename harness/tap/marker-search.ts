/** Finds markers in text, in whatever case and encoding. */
import { type Marker, shortestMarker } from './markers.ts';
import { type Occurring, occurringIn } from './occurring.ts';
import { readings } from './readings.ts';

/** Up to so many are looked for one by one, which is quicker then. */
const few = 64;

export type Hit = { readonly marker: Marker; readonly as: readonly string[] };

/**
 * Each marker once, with the shallowest encoding in which it was seen. One that lies inside a longer one (a name in an e-mail address) is not counted there.
 * Throws `RangeError` for a marker that is too short to be searched for.
 */
export function markersIn(text: string, markers: readonly Marker[]): readonly Hit[] {
  const short = markers.find(({ value }) => value.length < shortestMarker);
  if (short) throw new RangeError(`the ${short.class} of ${short.whose} is too short for a marker`);
  const longestFirst = markers.toSorted((a, b) => b.value.length - a.value.length);
  const occurring: Occurring = longestFirst.length > few ? occurringIn(longestFirst) : () => longestFirst;
  const seen = readings(text).map((reading) => ({ as: reading.as, markers: markersHere(reading.text, occurring) }));
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

/** Finds markers in text, in whatever case and encoding. */
import { type Marker, shortestMarker } from './markers.ts';
import { alike, type Occurring, occurringIn } from './occurring.ts';
import { type Reading, read, withoutZeros } from './readings.ts';

export type Hit = { readonly marker: Marker; readonly as: readonly string[] };

/**
 * Each marker is told once, with the shallowest encoding in which it was seen. One that lies inside a longer one (a name in an e-mail address) is not counted there.
 * The same page crosses again and again, and is judged again beside a planted one: each text is read once for each list of markers.
 * Throws `RangeError` for a marker that is too short to be searched for.
 */
export function markersIn(text: string, markers: readonly Marker[]): readonly Hit[] {
  const search = searches.get(markers) ?? searchFor(markers);
  searches.set(markers, search);
  return search(text);
}

type Search = (text: string) => readonly Hit[];
const searches = new WeakMap<readonly Marker[], Search>();

function searchFor(markers: readonly Marker[]): Search {
  const short = markers.find(({ value }) => value.length < shortestMarker);
  if (short) throw new RangeError(`the ${short.class} of ${short.whose} is too short for a marker`);
  const longestFirst = markers.toSorted((a, b) => b.value.length - a.value.length);
  const sought: Sought = { longestFirst, occurring: occurringIn(longestFirst), blank: new Set() };
  const known = new Map<string, readonly Hit[]>();
  return (text) => {
    const hits = known.get(text) ?? hitsIn(text, sought);
    known.set(text, hits);
    return hits;
  };
}

/** `blank`: runs of base64 that stood in a text in which no marker was seen, however deep: words of our pages above all, which come in every text anew. */
type Sought = { readonly longestFirst: readonly Marker[]; readonly occurring: Occurring; readonly blank: Set<string> };

function hitsIn(text: string, { longestFirst, occurring, blank }: Sought): readonly Hit[] {
  const { readings, runs } = read(text, blank);
  const seen = readings.map((reading) => ({ ...reading, markers: markersHere(reading.text, occurring) }));
  if (seen.every((reading) => reading.markers.size === 0)) {
    for (const run of runs) blank.add(run);
    return [];
  }
  const anywhere = longestFirst.filter((marker) => seen.some((reading) => reading.markers.has(marker)));
  return anywhere.flatMap((marker): Hit[] => {
    const whole = anywhere.filter((other) => other !== marker && contains(other, marker));
    // In a half-decoded reading a longer marker may be broken, and only the shorter one inside it seen: then the reading that shows it whole decides.
    const broken = whole.filter((longer) => seen.some((reading) => reading.markers.has(longer)));
    const hit = seen.find((reading) => reading.markers.has(marker) && broken.every((longer) => reading.markers.has(longer)));
    return hit ? [{ marker, as: howWritten(marker, hit) }] : [];
  });
}

const contains = (longer: Marker, shorter: Marker): boolean => alike(longer.value).includes(alike(shorter.value));

/** What the search itself looks through is told with the encodings that were undone for it. */
function howWritten({ value }: Marker, { as, text }: Reading): readonly string[] {
  const [wanted, there] = [value.toLowerCase(), text.toLowerCase()];
  const [zeros, form] = [withoutZeros(there) !== there && !there.includes(wanted), !withoutZeros(there).includes(wanted)];
  return [...as, ...(zeros ? ['utf-16'] : []), ...(form ? ['form'] : [])];
}

function markersHere(text: string, occurring: Occurring): ReadonlySet<Marker> {
  let rest = alike(withoutZeros(text));
  const found = new Set<Marker>();
  for (const marker of occurring(rest).toSorted((a, b) => b.value.length - a.value.length)) {
    const value = alike(marker.value);
    if (!rest.includes(value)) continue;
    found.add(marker);
    rest = rest.replaceAll(value, '\n');
  }
  return found;
}

/** A world's name service: where each `.test` host really listens. The exits ask it at every CONNECT; a name that is not here does not exist. */

export type Place = { readonly address: string; readonly port: number };
export type Lookup = { readonly name: string; readonly by: string; readonly atMs: number; readonly found: boolean };

export type NameTable = {
  set(name: string, place: Place): void;
  /** Returns the function that puts the name back. */
  remove(name: string): () => void;
  resolve(name: string, by: string): Place | undefined;
  /** Every question ever asked, answered or not: the DNS observer (S13). */
  readonly lookups: readonly Lookup[];
};

/** An empty table. `now` stamps the look-ups, in milliseconds since the epoch. */
export function nameTable(now: () => number = Date.now): NameTable {
  const places = new Map<string, Place>();
  const lookups: Lookup[] = [];
  return {
    lookups,
    set: (name, place) => void places.set(name, place),
    remove(name) {
      const place = places.get(name);
      places.delete(name);
      return () => void (place && places.set(name, place));
    },
    resolve(name, by) {
      const place = places.get(name);
      lookups.push({ name, by, atMs: now(), found: place !== undefined });
      return place;
    },
  };
}

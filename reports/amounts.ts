/** Durations, instants and numbers of things as a person reads them. */

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Milliseconds as `840 ms`, `5.6 s`, `1 min 05 s` or `2 h 03 min`. Negative or impossible ones are `unknown`. */
export function duration(ms: number): string {
  if (!Number.isFinite(ms) || ms < 0) return 'unknown';
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${twoDigits(seconds % 60)} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${twoDigits(minutes % 60)} min`;
}

/** Milliseconds since the epoch as `2026-11-22 10:43:12 UTC`; `unknown` when out of range. */
export const instant = (atMs: number): string => {
  const iso = isoInstant(atMs);
  return iso === undefined ? 'unknown' : `${iso.slice(0, -5).replace('T', ' ')} UTC`;
};

/** Milliseconds since the epoch as ISO 8601, for machines; undefined when out of range. */
export const isoInstant = (atMs: number): string | undefined => (Math.abs(atMs) <= 8.64e15 ? new Date(atMs).toISOString() : undefined);

/** `1 scenario`, `3 scenarios`, `1,024 records`. `many` is given where an `s` is not enough. */
export const amount = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

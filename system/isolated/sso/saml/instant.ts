/** Instants of SAML: UTC, in the one form that identity providers write. SAML Core 2.0 §1.3.3. */

/** Milliseconds since the epoch. */
export type Instant = number | 'missing' | 'malformed';

const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/** `2026-11-22T10:00:00Z`, with a fraction of a second or without; a day that is not in the calendar is malformed. */
export function readInstant(text: string | undefined): Instant {
  if (text === undefined) return 'missing';
  const atMs = form.test(text) ? Date.parse(text) : Number.NaN;
  const isSame = !Number.isNaN(atMs) && new Date(atMs).toISOString().slice(0, 19) === text.slice(0, 19);
  return isSame ? atMs : 'malformed';
}

export const writeInstant = (atMs: number): string => new Date(atMs).toISOString();

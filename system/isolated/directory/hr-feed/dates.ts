/** Reads the days of an HR feed: a day of the calendar in one spelling, or nothing. RFC 3339 §5.6 (full-date). */
import type { EmploymentDates } from './employment.ts';

/** `2026-11-22`, in UTC; `atMs` is milliseconds since the epoch. */
export const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

/** The instant at which this day begins, in UTC; undefined for what is no day from the year 1900 on. */
function beginOf(text: string): number | undefined {
  if (!/^(19|[2-9]\d)\d\d-\d\d-\d\d$/.test(text)) return undefined;
  const atMs = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(atMs) || dayOf(atMs) !== text ? undefined : atMs;
}

/** `wrong`: what is, in words without what was written. A day that is not given is none. */
export type ReadDates = EmploymentDates & { readonly wrong?: string };

/** `end` is the first day on which somebody is out: it may be that of the start, for whoever never came, and not an earlier one. */
export function readDates(start: string, end: string): ReadDates {
  const startsAtMs = beginOf(start);
  const endsAtMs = beginOf(end);
  if (start !== '' && startsAtMs === undefined) return { wrong: 'start_date is no day of the calendar, written as 2026-01-31' };
  if (end !== '' && endsAtMs === undefined) return { wrong: 'end_date is no day of the calendar, written as 2026-01-31' };
  if (startsAtMs !== undefined && endsAtMs !== undefined && endsAtMs < startsAtMs) return { wrong: 'end_date is before start_date' };
  return { startsAtMs, endsAtMs };
}

/**
 * The clock of the embedded identity provider's process: `Date`, moved by an offset.
 *
 * What moves with it: everything that reads `Date` in this process, so token times (`iat`, `exp`, `auth_time`), the life of sessions, codes and
 * logins, and the expiry dates of cookies. What does not: timers, the `Date` header that Node itself writes, and the check of certificates on outgoing calls.
 */

const RealDate = Date;
let offsetMs = 0;

class ShiftedDate extends RealDate {
  constructor(...parts: [] | [number | string | Date]) {
    if (parts.length === 0) super(ShiftedDate.now());
    else super(...parts);
  }
  static override now(): number {
    return RealDate.now() + offsetMs;
  }
}

/** Puts the moved clock in place of `Date`, once, before anything else is loaded that keeps a hold on `Date`. */
export function installShiftedClock(): void {
  globalThis.Date = ShiftedDate as DateConstructor;
}

/** Moves the clock to this distance from real time. Returns the instant that it shows then, in milliseconds since the epoch. */
export function setClockOffset(offsetSeconds: number): number {
  offsetMs = offsetSeconds * 1000;
  return Date.now();
}

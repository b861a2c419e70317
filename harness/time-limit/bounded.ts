/** A time limit with a name: what did not end in time is told apart from what failed. */

export class TimeRanOut extends Error {
  override readonly name = 'TimeRanOut';
  constructor(what: string, limitMs: number) {
    super(`${what} took longer than ${limitMs / 1000} s`);
  }
}

/** Rejects with `TimeRanOut` after `limitMs`. The work itself goes on: whoever bounds it also sees to its end. */
export async function bounded<Result>(what: string, limitMs: number, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TimeRanOut(what, limitMs)), limitMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

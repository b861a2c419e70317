/** Puts a limit on a wait: every promise of an actor ends, whatever the other side does. */

/** A wait took longer than its limit. */
export class TimeRanOut extends Error {
  override readonly name = 'TimeRanOut';
}

/** Rejects with `TimeRanOut` when `work` takes longer than `timeoutMs`; what it does afterwards is nobody's concern. */
export async function bounded<Result>(timeoutMs: number, what: string, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TimeRanOut(`${what} took longer than ${timeoutMs / 1000} s`)), timeoutMs);
  work.catch(() => {});
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

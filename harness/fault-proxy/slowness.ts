/** How late a slow identity provider answers: a median with jitter from the run's seed. */

export type Slowness = {
  readonly medianMs: number;
  /** At most this much earlier or later than the median. */
  readonly jitterMs: number;
  /** In [0, 1). */
  readonly random: () => number;
};

/** The limit that the system under test sets for the identity provider's answer (discovery and token endpoint). */
export const systemLimitMs = 5_000;
/** Always beyond the limit: 5.7 to 6.7 seconds. */
export const beyondTheLimit = { medianMs: 6_200, jitterMs: 500 } as const;

/** The delays, one after the other. Throws `RangeError` for a jitter that would reach below zero. */
export function slowness(how: Partial<Slowness>, seeded: () => number): () => number {
  const { medianMs, jitterMs, random } = { ...beyondTheLimit, random: seeded, ...how };
  if (!(jitterMs >= 0 && medianMs >= jitterMs)) throw new RangeError('the jitter is at least 0 and at most the median');
  return () => medianMs + jitterMs * (2 * random() - 1);
}

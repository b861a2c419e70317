/** What was started and must be ended: all of it, in the reverse order, whatever else fails, and also what only arrives after the end was asked for. */

type End = () => unknown;

export type Closers = {
  /** Gives a way to end this one before the others; the end of everything then leaves it out. Throws when the end was asked for meanwhile: `end` is then called at once, and whoever started it starts nothing more. */
  onClose(end: End): () => Promise<void>;
  /** Ends everything. Rejects with the first thing that failed, after all others were ended too. May be called twice. */
  close(): Promise<void>;
  /** Resolves when what arrived late has ended. */
  lateEnded(): Promise<void>;
};

/** Nothing is to be ended at first. */
export function closers(): Closers {
  const open: End[] = [];
  const late: Promise<unknown>[] = [];
  let closed = false;
  return {
    onClose(end) {
      if (!closed) {
        open.push(end);
        return async () => {
          const at = open.indexOf(end);
          if (at >= 0) await open.splice(at, 1)[0]?.();
        };
      }
      late.push(Promise.resolve().then(end));
      throw new Error('it was ended while it started');
    },
    async close() {
      closed = true;
      const failures: unknown[] = [];
      for (const end of open.splice(0).reverse())
        await Promise.resolve()
          .then(end)
          .catch((error: unknown) => failures.push(error));
      if (failures.length > 0) throw failures[0];
    },
    lateEnded: async () => void (await Promise.allSettled(late)),
  };
}

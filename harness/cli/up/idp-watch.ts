/** Notices that the identity provider of a running world is gone for good, and not merely slow once. */

/** Nobody can sign in any more: `up` has nothing left to offer. */
export class IdpDied extends Error {
  override readonly name = 'IdpDied';
}

export type WatchOptions = { readonly everyMs?: number; readonly misses?: number };

/** Rejects with `IdpDied` when `answers` said no `misses` times in a row, asked every `everyMs`. Resolves when `until` is aborted. */
export async function watchIdp(
  answers: () => Promise<boolean>,
  until: AbortSignal,
  { everyMs = 1_000, misses = 3 }: WatchOptions = {},
): Promise<void> {
  let missed = 0;
  while (!until.aborted) {
    missed = (await answers().catch(() => false)) ? 0 : missed + 1;
    if (until.aborted) return;
    if (missed >= misses) throw new IdpDied('the identity provider no longer answers; everything is stopped. Start again: npx tempered up');
    await pause(everyMs, until);
  }
}

/** Ends early when `until` is aborted. */
async function pause(forMs: number, until: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, forMs);
  const stop = (): void => resolve();
  until.addEventListener('abort', stop, { once: true });
  if (until.aborted) resolve();
  await promise;
  clearTimeout(timer);
  until.removeEventListener('abort', stop);
}

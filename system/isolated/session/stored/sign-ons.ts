/** Single sign-on sessions as they are kept, by the hash of their id: who signed on, since when, and when it was last used (I-08, K-04). */
import { expiring } from '../../../kernel/expiring.ts';
import type { Clock, Random, Store } from '../../../kernel/ports.ts';
import { handleOf, newSecret } from '../../../kernel/secret-handle.ts';
import type { SessionLimits } from '../host.ts';

export type SignOn = { readonly subject: string; readonly startedAtMs: number; readonly lastSeenAtMs: number };

export type SignOns = {
  /** Returns the id for the cookie. */
  start(subject: string): string;
  /** By the id; undefined when it is unknown or has ended. */
  living(id: string | undefined): SignOn | undefined;
  /** By the handle, ended or not. */
  find(handle: string): SignOn | undefined;
  seen(handle: string): void;
};

export function signOnsIn(
  store: Store,
  { clock, random, limits }: { readonly clock: Clock; readonly random: Random; readonly limits: SessionLimits },
): SignOns {
  const kept = expiring<SignOn>(store, 'session.sign-on', { clock, lifetimeSeconds: limits.absoluteSeconds });
  const lives = ({ startedAtMs, lastSeenAtMs }: SignOn): boolean =>
    (clock.now() - startedAtMs) / 1000 < limits.absoluteSeconds && (clock.now() - lastSeenAtMs) / 1000 < limits.idleSeconds;
  return {
    find: kept.get,
    start: (subject) => {
      const id = newSecret(random);
      kept.put(handleOf(id), { subject, startedAtMs: clock.now(), lastSeenAtMs: clock.now() });
      return id;
    },
    living: (id) => {
      const signOn = id === undefined ? undefined : kept.get(handleOf(id));
      return signOn && lives(signOn) ? signOn : undefined;
    },
    seen: (handle) => {
      const signOn = kept.get(handle);
      if (signOn) kept.put(handle, { ...signOn, lastSeenAtMs: clock.now() });
    },
  };
}

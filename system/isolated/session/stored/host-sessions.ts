/** Sessions on the products' hosts as they are kept, by the hash of their id: each is of one host, and the child of a sign-on (S7). */
import { expiring } from '../../../kernel/expiring.ts';
import type { Clock, Random, Store } from '../../../kernel/ports.ts';
import { handleOf, newSecret } from '../../../kernel/secret-handle.ts';

/** `parent` is the handle of the sign-on. */
export type HostSession = { readonly host: string; readonly parent: string; readonly startedAtMs: number };

export type HostSessions = {
  /** Returns the id for the cookie: a new one unless it is given. */
  start(session: Omit<HostSession, 'startedAtMs'>, given?: string): string;
  find(handle: string): HostSession | undefined;
};

/** A child ends with its parent at the latest, which began before it: what its parent is kept for is enough. */
export function hostSessionsIn(
  store: Store,
  { clock, random, lifetimeSeconds }: { readonly clock: Clock; readonly random: Random; readonly lifetimeSeconds: number },
): HostSessions {
  const kept = expiring<HostSession>(store, 'session.host', { clock, lifetimeSeconds });
  return {
    start: (session, given) => {
      const id = given ?? newSecret(random);
      kept.put(handleOf(id), { ...session, startedAtMs: clock.now() });
      return id;
    },
    find: kept.get,
  };
}

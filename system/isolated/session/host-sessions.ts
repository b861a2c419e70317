/** Sessions on the products' hosts as they are kept, by the hash of their id: each is of one host, and the child of a sign-on (S7). */
import type { Random, Store } from '../../kernel/ports.ts';
import { handleOf, newSecret } from '../../kernel/secret-handle.ts';

/** `parent` is the handle of the sign-on. */
export type HostSession = { readonly host: string; readonly parent: string };

export type HostSessions = {
  /** Returns the id for the cookie. */
  start(session: HostSession): string;
  find(handle: string): HostSession | undefined;
};

export function hostSessionsIn(store: Store, { random }: { readonly random: Random }): HostSessions {
  return {
    start: (session) => {
      const id = newSecret(random);
      store.put<HostSession>('session.host', handleOf(id), session);
      return id;
    },
    find: (handle) => store.get<HostSession>('session.host', handle),
  };
}

/** Break-glass sessions as they are kept: by the digest of their id, one at a time for each account (S16). */
import type { Clock, Random, Store } from '../../../kernel/ports.ts';
import { handleOf, newSecret } from '../../../kernel/secret-handle.ts';

export type Session = {
  readonly account: string;
  /** What products see in place of the id. */
  readonly handle: string;
  readonly startedAtMs: number;
  readonly lastSeenAtMs: number;
  readonly superseded: boolean;
};

export type Sessions = {
  /** Ends the account's older session: the person at the door proved password and key just now. Returns the id for the cookie. */
  start(account: string): { readonly id: string; readonly session: Session };
  find(id: string): Session | undefined;
  byHandle(handle: string): Session | undefined;
  seen(id: string): void;
  end(id: string): void;
  endAllOf(account: string): void;
};

export function sessionsIn(
  store: Store,
  { clock, random, keepMs }: { readonly clock: Clock; readonly random: Random; readonly keepMs: number },
): Sessions {
  const all = () => store.list<Session>('session');
  const find = (id: string): Session | undefined => store.get<Session>('session', handleOf(id));
  const makeRoom = (account: string): void => {
    for (const { key, value } of all()) {
      if (clock.now() - value.startedAtMs > keepMs) store.delete('session', key);
      else if (value.account === account) store.put('session', key, { ...value, superseded: true });
    }
  };
  return {
    find,
    start: (account) => {
      makeRoom(account);
      const id = newSecret(random);
      const nowMs = clock.now();
      const session = { account, handle: handleOf(newSecret(random)), startedAtMs: nowMs, lastSeenAtMs: nowMs, superseded: false };
      store.put('session', handleOf(id), session);
      return { id, session };
    },
    byHandle: (handle) => all().find(({ value }) => value.handle === handle)?.value,
    seen: (id) => {
      const session = find(id);
      if (session) store.put('session', handleOf(id), { ...session, lastSeenAtMs: clock.now() });
    },
    end: (id) => store.delete('session', handleOf(id)),
    endAllOf: (account) => {
      for (const { key, value } of all()) if (value.account === account) store.delete('session', key);
    },
  };
}

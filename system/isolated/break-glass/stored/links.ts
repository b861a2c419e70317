/** One-time registration links: bound to an account, replaced by a newer one, used up by success (D-04), forgotten when twice past their lifetime. Only their digests are stored. */
import { expiring } from '../../../kernel/expiring.ts';
import type { Clock, Random, Store } from '../../../kernel/ports.ts';
import { handleOf, newSecret } from '../../../kernel/secret-handle.ts';

export type LinkState = 'open' | 'used' | 'replaced';
export type Link = { readonly account: string; readonly startedAtMs: number; readonly endsAtMs: number; readonly state: LinkState };

export type Links = {
  /** Every older link of the account is dead from here on. `name` is what records may call it. */
  issue(account: string): { readonly token: string; readonly name: string; readonly endsAtMs: number };
  find(token: string): Link | undefined;
  /** False when somebody else used it in the meantime. */
  use(token: string): boolean;
};

/** A name for records: joins both sides' records, opens nothing. */
export const linkName = (token: string): string => handleOf(handleOf(token)).slice(0, 16);

export function linksIn(
  store: Store,
  { clock, random, lifetimeMs }: { readonly clock: Clock; readonly random: Random; readonly lifetimeMs: number },
): Links {
  const links = expiring<Link>(store, 'link', { clock, lifetimeSeconds: lifetimeMs / 1000 });
  const find = (token: string): Link | undefined => links.get(handleOf(token));
  const replaceOlder = (account: string): void => {
    for (const { key, value } of store.list<Link>('link')) {
      if (value.account === account && value.state === 'open') links.put(key, { ...value, state: 'replaced' });
    }
  };
  return {
    find,
    issue: (account) => {
      replaceOlder(account);
      const token = newSecret(random);
      const startedAtMs = clock.now();
      const endsAtMs = startedAtMs + lifetimeMs;
      links.put(handleOf(token), { account, startedAtMs, endsAtMs, state: 'open' });
      return { token, name: linkName(token), endsAtMs };
    },
    use: (token) => {
      const link = find(token);
      if (link?.state !== 'open') return false;
      links.put(handleOf(token), { ...link, state: 'used' });
      return true;
    },
  };
}

/** Challenges: each is made for one page, lives for minutes and is used once, whatever comes of it. WebAuthn L3 §13.4.3. */
import type { Clock, Random, Store } from '../../../kernel/ports.ts';
import { newSecret } from '../../../kernel/secret-handle.ts';

export type CeremonyKind = 'sign-in' | 'registration';
/** `userHandle` is random and only for a registration: nothing in it names an account. */
export type Ceremony = { readonly id: string; readonly challenge: string; readonly userHandle: string; readonly begunAtMs: number };
type Kept = Ceremony & { readonly kind: CeremonyKind; readonly endsAtMs: number };

export type Ceremonies = {
  /** `keep: false` makes one that looks the same and will not be recognised: strangers cannot fill the store. */
  begin(kind: CeremonyKind, options: { readonly keep: boolean }): Ceremony;
  /** Removes it. Undefined when it is unknown, used, too old, or of the other kind. */
  take(kind: CeremonyKind, id: string): Ceremony | undefined;
};

export function ceremoniesIn(
  store: Store,
  { clock, random, lifetimeMs }: { readonly clock: Clock; readonly random: Random; readonly lifetimeMs: number },
): Ceremonies {
  const sweep = (): void => {
    for (const { key, value } of store.list<Kept>('ceremony')) if (value.endsAtMs <= clock.now()) store.delete('ceremony', key);
  };
  return {
    begin: (kind, { keep }) => {
      const ceremony = { id: newSecret(random), challenge: newSecret(random), userHandle: newSecret(random), begunAtMs: clock.now() };
      sweep();
      if (keep) store.put('ceremony', ceremony.id, { ...ceremony, kind, endsAtMs: clock.now() + lifetimeMs });
      return ceremony;
    },
    take: (kind, id) => {
      const kept = store.take<Kept>('ceremony', id);
      return kept?.kind === kind && clock.now() < kept.endsAtMs ? kept : undefined;
    },
  };
}

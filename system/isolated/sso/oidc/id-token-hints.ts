/** Keeps the ID token of each sign-on, to show it to the identity provider again when the person signs out. OIDC RP-Initiated Logout 1.0 §2. It stays inside, opens nothing, and is forgotten with the sign-on's longest life. */
import { expiring } from '../../../kernel/expiring.ts';
import { handleOf } from '../../../kernel/secret-handle.ts';
import type { IdpSession } from '../../../kernel/sessions.ts';
import type { Parts } from '../parts.ts';

/** It travels in an address: a longer one would not arrive. */
const maxHintCharacters = 6_000;

export type IdTokenHints = {
  keep(idpSession: IdpSession, idToken: string): void;
  /** Undefined when none was kept. */
  take(idpSession: IdpSession): string | undefined;
};

type Kept = { readonly idToken: string; readonly startedAtMs: number };

export function idTokenHints({ store, clock, sessions }: Parts): IdTokenHints {
  const kept = expiring<Kept>(store, 'sso.id-token-hint', { clock, lifetimeSeconds: sessions.absoluteSeconds });
  const keyOf = ({ issuer, idpSubject, sid = '' }: IdpSession): string => handleOf(JSON.stringify([issuer, idpSubject, sid]));
  return {
    keep: (idpSession, idToken) => {
      if (idToken.length <= maxHintCharacters) kept.put(keyOf(idpSession), { idToken, startedAtMs: clock.now() });
    },
    take: (idpSession) => kept.take(keyOf(idpSession))?.idToken,
  };
}

/** Keeps the ID token of a sign-on, to show it to the identity provider again when the person signs out. OIDC RP-Initiated Logout 1.0 §2. It opens nothing, and is forgotten with the sign-on's longest life. Threat: it travels in an address, where nothing personal may stand (I-11). */
import { expiring } from '../../../kernel/expiring.ts';
import { handleOf } from '../../../kernel/secret-handle.ts';
import type { IdpSession } from '../../../kernel/sessions.ts';
import type { Parts } from '../parts.ts';
import { readCompactJws } from './compact-jws.ts';

/** It travels in an address: a longer one would not arrive. */
const maxHintCharacters = 6_000;

export type IdTokenHints = {
  /** Only a token that says nothing of the person but an opaque name: without a hint the identity provider asks them whether they want to sign out. */
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
      if (idToken.length <= maxHintCharacters && isImpersonal(idToken)) kept.put(keyOf(idpSession), { idToken, startedAtMs: clock.now() });
    },
    take: (idpSession) => kept.take(keyOf(idpSession))?.idToken,
  };
}

/** What the protocol itself puts into an ID token. OIDC Core 1.0 §2, §3.1.3.6, RFC 7519 §4.1, OIDC Back-Channel Logout 1.0 §2.1. */
const protocolClaims: ReadonlySet<string> = new Set([
  ...['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'typ', 'auth_time', 'nonce', 'acr', 'amr', 'azp', 'at_hash', 'c_hash', 's_hash'],
  ...['sid', 'session_state'],
]);

function isImpersonal(idToken: string): boolean {
  const { claims } = readCompactJws(idToken);
  return Object.keys(claims).every((name) => protocolClaims.has(name)) && !String(claims.sub).includes('@');
}

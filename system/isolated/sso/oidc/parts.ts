/** What the actions of a sign-in by OIDC share: the attempts that were begun, and an eye on the identity provider. */
import { type Expiring, expiring } from '../../../kernel/expiring.ts';
import type { IdpSettings, OidcSettings } from '../../../kernel/idp-settings.ts';
import { readable } from '../../../kernel/readable.ts';
import { isAway } from '../idp.ts';
import type { Parts } from '../parts.ts';
import type { Transaction } from './authorization-request.ts';
import { transactionLifetimeSeconds } from './callback.ts';
import { type ClientKeys, clientKeysIn } from './client-keys.ts';
import { type Discoverer, discoverer, type IdpMetadata, lastKnownMetadata } from './discovery.ts';
import { type IdTokenHints, idTokenHints } from './id-token-hints.ts';
import { type JwksCache, jwksCache } from './keys/jwks-cache.ts';
import { rememberedSeconds } from './logout-token/rules.ts';
import type { OidcPolicy } from './policy.ts';
import { leavingLifetimeSeconds } from './signed-out/rules.ts';

export type OidcParts = Parts & {
  readonly keys: JwksCache;
  readonly clientKeys: ClientKeys;
  readonly policy: OidcPolicy;
  readonly discovery: Discoverer;
  readonly transactions: Expiring<Transaction>;
  readonly hints: IdTokenHints;
  /** Who was sent to sign out at the identity provider: by the hash of the state, with the hash of the secret in the browser's cookie. */
  readonly leavings: Expiring<{ readonly browser: string; readonly startedAtMs: number }>;
  readonly usedLogoutTokens: Expiring<{ readonly startedAtMs: number }>;
};

export const oidcParts = (parts: Parts, policy: OidcPolicy): OidcParts => ({
  ...parts,
  policy,
  keys: jwksCache(parts),
  clientKeys: clientKeysIn(parts.store),
  discovery: discoverer(parts),
  transactions: expiring<Transaction>(parts.store, 'sso.transaction', { clock: parts.clock, lifetimeSeconds: transactionLifetimeSeconds }),
  hints: idTokenHints(parts),
  leavings: expiring(parts.store, 'sso.leaving', { clock: parts.clock, lifetimeSeconds: leavingLifetimeSeconds }),
  usedLogoutTokens: expiring(parts.store, 'sso.used-logout-token', { clock: parts.clock, lifetimeSeconds: rememberedSeconds }),
});

/** What counts only while single sign-on goes by OIDC. */
export const oidcOnly = (settings: IdpSettings | undefined): OidcSettings | undefined =>
  settings?.protocol === 'oidc' ? settings : undefined;

export const keepMetadata = ({ store }: Parts, { issuer }: OidcSettings, metadata: IdpMetadata): void =>
  store.put<IdpMetadata>('sso.last-known-metadata', issuer, metadata);

/** What its metadata said when it last answered; nothing when it names a place that is not on the allowlist now. */
export const lastKnown = ({ store, allows }: Parts, { issuer }: OidcSettings): IdpMetadata | undefined =>
  lastKnownMetadata(readable(store, 'sso.last-known-metadata', issuer), issuer, allows);

/** What it says now, or said before where it is only away: nothing of ours goes on to one that answers as somebody else or points elsewhere. */
export async function metadataOf(parts: OidcParts, settings: OidcSettings): Promise<IdpMetadata | undefined> {
  const { discovered, metadata } = await parts.discovery.look(settings);
  return metadata ?? (isAway(discovered) ? lastKnown(parts, settings) : undefined);
}

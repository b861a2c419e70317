/** What the actions of a sign-in by OIDC share: the attempts that were begun, and an eye on the identity provider. */
import { type Expiring, expiring } from '../../../kernel/expiring.ts';
import type { OidcSettings } from '../../../kernel/idp-settings.ts';
import type { Parts } from '../parts.ts';
import type { Transaction } from './authorization-request.ts';
import { transactionLifetimeSeconds } from './callback.ts';
import { type ClientKeys, clientKeysIn } from './client-keys.ts';
import { type Discoverer, discoverer, type IdpMetadata, lastKnownMetadata } from './discovery.ts';
import { type JwksCache, jwksCache } from './jwks-cache.ts';
import type { OidcPolicy } from './policy.ts';

export type OidcParts = Parts & {
  readonly keys: JwksCache;
  readonly clientKeys: ClientKeys;
  readonly policy: OidcPolicy;
  readonly discovery: Discoverer;
  readonly transactions: Expiring<Transaction>;
};

export const oidcParts = (parts: Parts, policy: OidcPolicy): OidcParts => ({
  ...parts,
  policy,
  keys: jwksCache(parts),
  clientKeys: clientKeysIn(parts.store),
  discovery: discoverer(parts),
  transactions: expiring<Transaction>(parts.store, 'sso.transaction', { clock: parts.clock, lifetimeSeconds: transactionLifetimeSeconds }),
});

export const keepMetadata = ({ store }: Parts, { issuer }: OidcSettings, metadata: IdpMetadata): void =>
  store.put<IdpMetadata>('sso.last-known-metadata', issuer, metadata);

/** What its metadata said when it last answered; nothing when it names a place that is not on the allowlist now. */
export const lastKnown = ({ store, allows }: Parts, { issuer }: OidcSettings): IdpMetadata | undefined =>
  lastKnownMetadata(store.get('sso.last-known-metadata', issuer), issuer, allows);

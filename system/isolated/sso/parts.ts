/** What the actions of the authentication service share: ports, stores, the sessions, and its eye on the identity provider. */

import { type Expiring, expiring } from '../../kernel/expiring.ts';
import type { IdpSettings, IdpSettingsStore } from '../../kernel/idp-settings.ts';
import type { AuditLog, Clock, Log, Outbound, Random, Store } from '../../kernel/ports.ts';
import type { Sessions } from '../../kernel/sessions.ts';
import type { ContextSigner } from '../../kernel/tokens.ts';
import type { Transaction } from './authorization-request.ts';
import { transactionLifetimeSeconds } from './callback.ts';
import { type Discoverer, discoverer, type IdpMetadata, lastKnownMetadata } from './discovery.ts';
import type { SsoPolicy } from './policy.ts';

/** What the cloud gives to the authentication service. */
export type SsoParts = {
  readonly cloud: string;
  readonly loginOrigin: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly outbound: Outbound;
  readonly audit: AuditLog;
  readonly log: Log;
  readonly settings: IdpSettingsStore;
  readonly sessions: Sessions;
  readonly signer: ContextSigner;
  subjectOf(identity: { readonly issuer: string; readonly idpSubject: string }): string;
  /** The domain allowlist (S18). */
  allows(url: URL): boolean;
  readonly policy: SsoPolicy;
};

/** The same, with what the service makes of it once. */
export type Parts = SsoParts & { readonly discovery: Discoverer; readonly transactions: Expiring<Transaction> };

export const ssoParts = (given: SsoParts): Parts => ({
  ...given,
  discovery: discoverer(given),
  transactions: expiring<Transaction>(given.store, 'sso.transaction', { clock: given.clock, lifetimeSeconds: transactionLifetimeSeconds }),
});

/** Each binds one step of a sign-in to the browser that began it. */
export const cookies = { handOver: '__Host-hand-over', signIn: '__Host-sign-in' } as const;

export const keepMetadata = ({ store }: Parts, { issuer }: IdpSettings, metadata: IdpMetadata): void =>
  store.put<IdpMetadata>('sso.last-known-metadata', issuer, metadata);

/** What its metadata said when it last answered; nothing when it names a place that is not on the allowlist now. */
export const lastKnown = ({ store, allows }: Parts, settings: IdpSettings | undefined): IdpMetadata | undefined =>
  settings && lastKnownMetadata(store.get('sso.last-known-metadata', settings.issuer), settings.issuer, allows);

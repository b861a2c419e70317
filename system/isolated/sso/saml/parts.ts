/** What the actions of a sign-in by SAML share: the attempts that were begun, the assertions that were brought, our keys, and an eye on the identity provider. */
import { type Expiring, expiring } from '../../../kernel/expiring.ts';
import type { IdpSettings, SamlSettings } from '../../../kernel/idp-settings.ts';
import type { Parts } from '../parts.ts';
import { type MetadataEye, metadataEye } from './idp-metadata/look.ts';
import { type SamlKeys, samlKeysIn } from './own-keys/stored.ts';
import type { SamlPolicy } from './policy.ts';
import { type RelyingParty, relyingParty } from './relying-party.ts';
import type { Leaving } from './saml-logout/gather.ts';
import { leavingLifetimeMs } from './saml-logout/rules.ts';
import type { SamlTransaction } from './saml-response/gather.ts';
import { requestLifetimeSeconds } from './saml-response/rules/attempt.ts';
import { maxAssertionLifetimeMs } from './saml-response/rules/conditions.ts';
import { skewMs } from './saml-response/rules/times.ts';

/** A message that was received once: kept as long as it could be brought again. */
export type Brought = { readonly startedAtMs: number };
export type LastSeen = { readonly certificatePems: readonly string[] };

export type SamlParts = Parts & {
  readonly policy: SamlPolicy;
  readonly own: RelyingParty;
  readonly eye: MetadataEye;
  readonly transactions: Expiring<SamlTransaction>;
  readonly brought: Expiring<Brought>;
  readonly leavings: Expiring<Leaving>;
  keys(): SamlKeys | undefined;
};

/** Issued at most so long in the future as clocks may be apart, and usable as long after. */
const rememberedSeconds = (maxAssertionLifetimeMs + 2 * skewMs) / 1000;

export const samlParts = (parts: Parts, policy: SamlPolicy): SamlParts => ({
  ...parts,
  policy,
  own: relyingParty(parts.loginOrigin),
  eye: metadataEye(parts),
  transactions: expiring<SamlTransaction>(parts.store, 'saml.transaction', { clock: parts.clock, lifetimeSeconds: requestLifetimeSeconds }),
  brought: expiring<Brought>(parts.store, 'saml.brought', { clock: parts.clock, lifetimeSeconds: rememberedSeconds }),
  leavings: expiring<Leaving>(parts.store, 'saml.leaving', { clock: parts.clock, lifetimeSeconds: leavingLifetimeMs / 1000 }),
  keys: samlKeysIn(parts.store).current,
});

/** Names the request that this browser made; it comes along with the identity provider's form, and is therefore of no site (S8). */
export const requestCookie = '__Host-saml';

export const samlOnly = (settings: IdpSettings | undefined): SamlSettings | undefined =>
  settings?.protocol === 'saml' ? settings : undefined;

/** Notes that a message was brought, and says whether it was before. */
export function noteBrought({ brought, clock }: SamlParts, hash: string): boolean {
  if (brought.get(hash) !== undefined) return true;
  brought.put(hash, { startedAtMs: clock.now() });
  return false;
}

export const keepSeen = ({ store }: SamlParts, { entityId }: SamlSettings, seen: LastSeen): void =>
  store.put<LastSeen>('saml.last-seen', entityId, seen);
export const lastSeen = ({ store }: SamlParts, { entityId }: SamlSettings): LastSeen | undefined =>
  store.get<LastSeen>('saml.last-seen', entityId);

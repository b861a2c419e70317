/** A realm of a running Keycloak as its operations see it: whom to ask, and what the harness must remember about it. */
import type { RelyingPartyKeys } from '../realm-changes.ts';
import { type AdminApi, AdminFailure } from './admin-api.ts';
import type { Upstream } from './loopback-request.ts';
import type { RealmKeys } from './realm-keys.ts';
import type { RealmState } from './seeded-state.ts';

/** One for each realm of a run. It outlives restarts of the server. */
export type RealmMemory = {
  /** The private keys that the realm was imported with. */
  readonly keys: RealmKeys;
  /** Every private key that may sign in the realm, PKCS#8 PEM; rotated ones join. */
  readonly signingKeyPems: string[];
  /** What `revert` puts back. */
  seeded: RealmState;
  introduced: RelyingPartyKeys;
};

export type RealmAtHand = {
  /** 1-based place in the pool. */
  readonly index: number;
  readonly name: string;
  readonly admin: AdminApi;
  readonly upstream: () => Upstream;
  readonly memory: RealmMemory;
};

export const newMemory = (seeded: RealmState, keys: RealmKeys): RealmMemory => ({
  keys,
  signingKeyPems: [keys.signingKeyPem],
  seeded,
  introduced: {},
});

/** Throws `AdminFailure` where a read-back does not show what was asked for. `what` holds no secret. */
export function demand(shown: boolean, what: string): void {
  if (!shown) throw new AdminFailure(`${what}: the identity provider does not show it`);
}

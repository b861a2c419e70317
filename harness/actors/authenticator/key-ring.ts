/** What the holders of break-glass accounts have in hand: the password they chose and the keys they registered, kept between acts and put back with the world. */
import { type BreakGlassAccountName, breakGlassAccounts } from '../../world/fixtures.ts';

/** One discoverable credential. All binary parts are base64url; the private key is PKCS#8 DER. */
export type SecurityKey = {
  readonly credentialId: string;
  readonly privateKey: string;
  readonly rpId: string;
  readonly userHandle: string;
  readonly signCount: number;
};

export type KeyRingSnapshot = ReadonlyMap<BreakGlassAccountName, readonly SecurityKey[]>;

export type KeyRing = {
  passwordOf(account: BreakGlassAccountName): string;
  /** Empty when the account registered none. */
  keysOf(account: BreakGlassAccountName): readonly SecurityKey[];
  /** Replaces what the account has, counters included. */
  keep(account: BreakGlassAccountName, keys: readonly SecurityKey[]): void;
  /** Taken when the world is as provisioned, given back at each reset: both sides' counters then agree again. */
  snapshot(): KeyRingSnapshot;
  restore(snapshot: KeyRingSnapshot): void;
};

/** A ring without keys. Passwords are those of the fixtures, unless others are given. */
export function createKeyRing(passwords: Readonly<Partial<Record<BreakGlassAccountName, string>>> = {}): KeyRing {
  let keys: KeyRingSnapshot = new Map();
  return {
    passwordOf: (account) => passwords[account] ?? breakGlassAccounts[account].password,
    keysOf: (account) => keys.get(account) ?? [],
    keep(account, kept) {
      keys = new Map([...keys, [account, [...kept]]]);
    },
    snapshot: () => keys,
    restore(snapshot) {
      keys = snapshot;
    },
  };
}

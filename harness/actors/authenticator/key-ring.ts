/** What the holders of break-glass accounts have in hand: the password they chose and the keys they registered, kept between acts and put back with the world. */
import { type BreakGlassAccountName, breakGlassAccounts } from '../../fixtures/fixtures.ts';

/** One discoverable credential. All binary parts are base64url; the private key is PKCS#8 DER. */
export type SecurityKey = {
  readonly credentialId: string;
  readonly privateKey: string;
  readonly rpId: string;
  readonly userHandle: string;
  readonly signCount: number;
};

type Held = { readonly password: string; readonly keys: readonly SecurityKey[] };
export type KeyRingSnapshot = ReadonlyMap<BreakGlassAccountName, Held>;

export type KeyRing = {
  passwordOf(account: BreakGlassAccountName): string;
  /** What the holder chooses at the next registration: the first password, and then another each time, since none may be used again. */
  nextPasswordOf(account: BreakGlassAccountName): string;
  /** Empty when the account registered none. */
  keysOf(account: BreakGlassAccountName): readonly SecurityKey[];
  /** Replaces the keys that the account has, counters included, and the password when one was set with them. */
  keep(account: BreakGlassAccountName, keys: readonly SecurityKey[], password?: string): void;
  /** Taken when the world is as provisioned, given back at each reset: both sides' counters then agree again. */
  snapshot(): KeyRingSnapshot;
  restore(snapshot: KeyRingSnapshot): void;
};

/** A ring without keys. First passwords are those of the fixtures, unless others are given. */
export function createKeyRing(passwords: Readonly<Partial<Record<BreakGlassAccountName, string>>> = {}): KeyRing {
  let held: KeyRingSnapshot = new Map();
  const first = (account: BreakGlassAccountName): string => passwords[account] ?? breakGlassAccounts[account].password;
  const passwordOf = (account: BreakGlassAccountName): string => held.get(account)?.password ?? first(account);
  return {
    passwordOf,
    nextPasswordOf: (account) => (held.has(account) ? `${passwordOf(account)} anew` : first(account)),
    keysOf: (account) => held.get(account)?.keys ?? [],
    keep(account, keys, password = passwordOf(account)) {
      held = new Map([...held, [account, { password, keys: [...keys] }]]);
    },
    snapshot: () => held,
    restore(snapshot) {
      held = snapshot;
    },
  };
}

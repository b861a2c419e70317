/** What the actions of break-glass share: its settings, ports, stores and policy, built once. */
import { type AddressList, addressList } from '../../kernel/address-list.ts';
import { type FormTokens, formTokens } from '../../kernel/form-token.ts';
import type { AuditLog, Clock, KeyMaker, Log, Random, Store } from '../../kernel/ports.ts';
import { newSecret } from '../../kernel/secret-handle.ts';
import type { BreakGlassConfig } from './config.ts';
import { argon2id, type PasswordHashing } from './password-hashing.ts';
import type { BreakGlassPolicy } from './policy.ts';
import { type Accounts, accountsIn } from './stored/accounts.ts';
import { type Ceremonies, ceremoniesIn } from './stored/ceremonies.ts';
import { type Links, linksIn } from './stored/links.ts';
import { type Sessions, sessionsIn } from './stored/sessions.ts';
import { type TrustedRoot, trustedRoots } from './webauthn/attestation-chain.ts';
import { decoyKey } from './webauthn/decoy-key.ts';

export type BreakGlassPorts = {
  readonly clock: Clock;
  readonly random: Random;
  /** Its own, shared with no other part (S12). */
  readonly store: Store;
  readonly audit: AuditLog;
  readonly log: Log;
  /** Makes the key that signs its contexts; the machine's own maker when absent. */
  readonly keys?: KeyMaker;
  /** Argon2id with the parameters of the configuration when absent. */
  readonly hashing?: PasswordHashing;
};

export type Parts = {
  readonly config: BreakGlassConfig;
  readonly policy: BreakGlassPolicy;
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: AuditLog;
  readonly log: Log;
  readonly hashing: PasswordHashing;
  readonly accounts: Accounts;
  readonly ceremonies: Ceremonies;
  readonly links: Links;
  readonly sessions: Sessions;
  readonly listed: AddressList;
  readonly roots: readonly TrustedRoot[];
  /** `https://<admin host>`. */
  readonly origin: string;
  /** What an unknown account is checked against, at the price of a known one. */
  readonly decoy: { readonly passwordHash: string; readonly publicKey: string };
  readonly formTokens: FormTokens;
};

/** Throws when a range or a root cannot be read. */
export async function breakGlassParts(config: BreakGlassConfig, ports: BreakGlassPorts, policy: BreakGlassPolicy): Promise<Parts> {
  const { clock, random, store, audit, log, hashing = argon2id(config.argon2) } = ports;
  return {
    config,
    policy,
    clock,
    random,
    audit,
    log,
    hashing,
    accounts: accountsIn(store),
    ceremonies: ceremoniesIn(store, { clock, random, lifetimeMs: config.ceremonyLifetimeMs }),
    links: linksIn(store, { clock, random, lifetimeMs: config.linkLifetimeMs }),
    sessions: sessionsIn(store, { clock, random, keepMs: 2 * config.sessionAbsoluteMs }),
    listed: addressList(config.ranges),
    roots: trustedRoots(config.authenticators),
    origin: `https://${config.adminHost}`,
    decoy: { passwordHash: await hashing.hash(newSecret(random)), publicKey: decoyKey() },
    formTokens: formTokens(random),
  };
}

/** The sealed accounts and their keys, in break-glass's own store: made at provisioning, usable after registration (A-04, B-01, G-01). */
import type { Store } from '../../../kernel/ports.ts';

export type AccountName = { readonly name: string; readonly email: string };

export type Credential = {
  readonly id: string;
  readonly account: string;
  /** COSE key, base64url. */
  readonly publicKey: string;
  readonly signCount: number;
  readonly userHandle: string;
  readonly aaguid: string;
};

export type Registered = { readonly passwordHash: string; readonly credentialId: string; readonly atMs: number };
export type Account = AccountName & { readonly registered?: Registered };

export type Registration = { readonly passwordHash: string; readonly credential: Omit<Credential, 'account'>; readonly atMs: number };

export type Accounts = {
  find(name: string): Account | undefined;
  all(): readonly Account[];
  /** False when the name exists already: an account is never made twice, and never changed by provisioning. */
  add(account: AccountName): boolean;
  credential(id: string): Credential | undefined;
  /** Replaces password and key together: the old ones are gone (D-07). */
  register(name: string, made: Registration): void;
  /** The counter only ever grows. */
  counted(credentialId: string, signCount: number): void;
};

export function accountsIn(store: Store): Accounts {
  const find = (name: string): Account | undefined => store.get<Account>('account', name);
  const credential = (id: string): Credential | undefined => store.get<Credential>('credential', id);
  return {
    find,
    credential,
    all: () => store.list<Account>('account').map(({ value }) => value),
    add: ({ name, email }) => {
      if (find(name) !== undefined) return false;
      store.put('account', name, { name, email });
      return true;
    },
    register: (name, { passwordHash, credential: made, atMs }) => {
      const account = find(name);
      if (account === undefined) throw new TypeError('only a provisioned account can be registered');
      if (account.registered) store.delete('credential', account.registered.credentialId);
      store.put('credential', made.id, { ...made, account: name });
      store.put('account', name, { ...account, registered: { passwordHash, credentialId: made.id, atMs } });
    },
    counted: (id, signCount) => {
      const known = credential(id);
      if (known && signCount > known.signCount) store.put('credential', id, { ...known, signCount });
    },
  };
}

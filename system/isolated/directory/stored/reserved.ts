/** Names and addresses that no automation may give to anybody: those of the break-glass accounts, which are not in the directory. Known by their hash only (F-02, G-01, N-07). */
import type { Store } from '../../../kernel/ports.ts';
import { handleOf } from '../../../kernel/secret-handle.ts';
import { userNameKey } from './people.ts';

export type Reserved = { add(name: string): void; has(name: string): boolean };

const collection = 'directory.reserved';

export const reservedIn = (store: Store): Reserved => ({
  add: (name) => store.put(collection, handleOf(userNameKey(name)), true),
  has: (name) => store.get(collection, handleOf(userNameKey(name))) !== undefined,
});

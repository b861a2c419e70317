/** Where one realm of the embedded identity provider keeps clients, sessions, grants and codes: in memory, so that reverting is forgetting. */
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

type Entry = { readonly payload: AdapterPayload; readonly expiresAt: number };

export type RealmStore = {
  readonly adapter: AdapterFactory;
  /** Every entry of a kind that has not expired. */
  list(kind: string): readonly { readonly id: string; readonly payload: AdapterPayload }[];
  put(kind: string, id: string, payload: AdapterPayload): void;
  remove(kind: string, id: string): void;
  removeKind(kind: string): void;
  removeGrant(grantId: string): void;
  clear(): void;
};

export function realmStore(): RealmStore {
  const kinds = new Map<string, Map<string, Entry>>();
  const entriesOf = (kind: string): Map<string, Entry> => {
    const entries = kinds.get(kind) ?? new Map<string, Entry>();
    kinds.set(kind, entries);
    return entries;
  };
  const list: RealmStore['list'] = (kind) =>
    [...entriesOf(kind)].filter(([, entry]) => entry.expiresAt > Date.now()).map(([id, { payload }]) => ({ id, payload }));
  const put = (kind: string, id: string, payload: AdapterPayload, expiresAt = Number.POSITIVE_INFINITY): void =>
    void entriesOf(kind).set(id, { payload, expiresAt });
  const removeGrant = (grantId: string): void => {
    for (const entries of kinds.values()) for (const [id, entry] of entries) if (entry.payload.grantId === grantId) entries.delete(id);
  };
  return {
    list,
    put,
    removeGrant,
    remove: (kind, id) => void entriesOf(kind).delete(id),
    removeKind: (kind) => void kinds.delete(kind),
    clear: () => kinds.clear(),
    adapter: (kind) => adapterOf(kind, { list, put, removeGrant, entriesOf }),
  };
}

type Access = {
  readonly list: RealmStore['list'];
  readonly put: (kind: string, id: string, payload: AdapterPayload, expiresAt?: number) => void;
  readonly removeGrant: (grantId: string) => void;
  readonly entriesOf: (kind: string) => Map<string, Entry>;
};

/** The library's own interface to a store. It keeps expired entries from being used by itself too; ours are not even found. */
function adapterOf(kind: string, { list, put, removeGrant, entriesOf }: Access): Adapter {
  const one = (fits: (id: string, payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
    list(kind).find(({ id, payload }) => fits(id, payload))?.payload;
  return {
    async upsert(id, payload, expiresIn) {
      put(kind, id, payload, expiresIn === undefined ? undefined : Date.now() + expiresIn * 1000);
    },
    find: async (id) => one((each) => each === id),
    findByUid: async (uid) => one((_, payload) => payload.uid === uid),
    findByUserCode: async (userCode) => one((_, payload) => payload.userCode === userCode),
    async consume(id) {
      const entry = entriesOf(kind).get(id);
      if (entry !== undefined) entry.payload.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => void entriesOf(kind).delete(id),
    revokeByGrantId: async (grantId) => removeGrant(grantId),
  };
}

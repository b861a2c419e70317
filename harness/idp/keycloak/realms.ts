/** The realms of one run on a running Keycloak, each with what the harness remembers of it for as long as the run lasts. */
import type { Realm } from '../driver.ts';
import { introduceAgain, keycloakRealm } from './admin.ts';
import type { AdminApi } from './admin-api.ts';
import type { Upstream } from './loopback-request.ts';
import { newMemory, type RealmMemory } from './realm-at-hand.ts';
import type { SeededPool } from './seeded-pool.ts';

export type KeycloakRealms = {
  /** 1-based. Throws `RangeError` for a realm that this run has not. */
  realm(index: number): Realm;
  /** To be called when the server stands on its snapshot again. */
  restarted(): Promise<void>;
};

type Place = { readonly admin: AdminApi; readonly upstream: () => Upstream; readonly publicOrigin: URL; readonly realms: number };

export function keycloakRealms(pool: SeededPool, { realms, ...place }: Place): KeycloakRealms {
  const memories = new Map<number, RealmMemory>();
  const memoryOf = (index: number): RealmMemory => {
    const [seeded, keys] = [pool.states[index - 1], pool.keys[index - 1]];
    if (!seeded || !keys || index > realms) throw new RangeError(`this run has realms 1 to ${realms}, not ${index}`);
    const memory = memories.get(index) ?? newMemory(seeded, keys);
    memories.set(index, memory);
    return memory;
  };
  return {
    realm: (index) => keycloakRealm({ ...place, index, memory: memoryOf(index) }),
    restarted: async () => {
      place.admin.forgetToken();
      for (const [index, memory] of memories) {
        // As it was seeded when the snapshot was made: a realm that was removed and made again had other ids.
        memory.seeded = pool.states[index - 1] ?? memory.seeded;
        await introduceAgain({ ...place, index, memory });
      }
    },
  };
}

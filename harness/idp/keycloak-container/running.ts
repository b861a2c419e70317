/** Keycloak in a container while a run uses it: its life and death, its realms, its silence, its clock. */
import { realmName } from '../../world/fixtures.ts';
import type { Realm, RunningIdp, StartOptions, Undo } from '../driver.ts';
import { keycloakRealm } from '../keycloak/admin.ts';
import { type AdminApi, adminApi } from '../keycloak/admin-api.ts';
import { clockOffset, shiftClock } from '../keycloak/clock.ts';
import type { SeededPool } from '../keycloak/seeded-pool.ts';
import { withEngine } from './engine.ts';
import { launch } from './launch.ts';
import { type RunningContainer, removeContainer, stopContainer } from './loopback-container.ts';
import { answersDiscovery } from './ready.ts';
import { poolFile } from './recipe.ts';

export type LaunchedKeycloak = {
  readonly container: RunningContainer;
  /** The prepared image that it came from, and every later one comes from. */
  readonly image: string;
  readonly version: string;
};

const stopLimitSeconds = 10;

/** Takes over a container that answers. Every restart is a new container from the same image: a new port, and the seeded state. */
export async function runningKeycloak(launched: LaunchedKeycloak, options: StartOptions): Promise<RunningIdp> {
  let container: RunningContainer | undefined = launched.container;
  let { upstream } = launched.container;
  let paused = false;
  const pool = JSON.parse(await container.run(['cat', poolFile])) as SeededPool;
  const admin = adminApi(() => upstream, pool.admin);

  const unpause = async () => {
    if (!paused || !container) return;
    const { id } = container;
    await withEngine((docker) => docker.getContainer(id).unpause());
    paused = false;
  };
  /** A paused container hears no signal. */
  const end = async (how: (id: string) => Promise<void>) => {
    await unpause();
    const ending = container;
    container = undefined;
    if (ending) await how(ending.id);
  };
  const stop = () => end((id) => stopContainer(id, stopLimitSeconds).finally(() => removeContainer(id)));
  const hang = async (): Promise<Undo> => {
    if (!container || paused) throw new Error('Keycloak hangs or is stopped already');
    const { id } = container;
    await withEngine((docker) => docker.getContainer(id).pause());
    paused = true;
    return unpause;
  };

  return {
    driver: 'keycloak-container',
    version: launched.version,
    upstream: () => upstream,
    realm: async (index) => realmOf(index, { admin, upstream: () => upstream, pool, options }),
    answers: async () => container !== undefined && answersDiscovery(upstream, realmName(1)),
    stop,
    kill: () => end(removeContainer),
    restart: async () => {
      await stop();
      container = await launch(launched.image, options);
      upstream = container.upstream;
      admin.forgetToken();
    },
    hang,
    ...((await clockOffset(upstream)) === undefined
      ? {}
      : { clock: { shift: (bySeconds: number) => shiftClock(() => upstream, bySeconds, admin.forgetToken) } }),
  };
}

type RealmSource = {
  readonly admin: AdminApi;
  readonly upstream: () => RunningContainer['upstream'];
  readonly pool: SeededPool;
  readonly options: StartOptions;
};

function realmOf(index: number, { admin, upstream, pool, options }: RealmSource): Realm {
  const seeded = pool.states[index - 1];
  if (seeded === undefined || index > options.realms)
    throw new RangeError(`there is no realm ${index}: this run asked for ${options.realms}`);
  return keycloakRealm({ index, admin, upstream, publicOrigin: options.publicOrigin, seeded });
}

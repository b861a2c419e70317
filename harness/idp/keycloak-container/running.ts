/** Keycloak in a container while a run uses it: its life and death, its realms, its silence, its clock. */
import { realmName } from '../../fixtures/fixtures.ts';
import type { RunningIdp, StartOptions } from '../driver.ts';
import { adminApi } from '../keycloak/admin-api.ts';
import { clockOffset, shiftClock } from '../keycloak/clock.ts';
import { keycloakRealms } from '../keycloak/realms.ts';
import type { SeededPool } from '../keycloak/seeded-pool.ts';
import { launch } from './launch.ts';
import { pauseContainer, type RunningContainer, removeContainer, stopContainer, unpauseContainer } from './loopback-container.ts';
import { answersDiscovery, DidNotStart } from './ready.ts';
import { poolFile } from './recipe.ts';

export type KeycloakRun = {
  /** The prepared image from which this container and every later one starts. */
  readonly image: string;
  readonly version: string;
  readonly options: StartOptions;
};

const stopLimitSeconds = 10;
const afterSilenceMs = 10_000;

/** Rejects with `DidNotStart`, and leaves no container, when the image does not give a Keycloak with its realms. */
export async function runKeycloak(run: KeycloakRun): Promise<RunningIdp> {
  const life = await lifeOf(run);
  const { upstream } = life;
  try {
    const pool = await poolIn(life.container());
    const admin = adminApi(upstream, pool.admin);
    const realms = keycloakRealms(pool, { admin, upstream, publicOrigin: run.options.publicOrigin, realms: run.options.realms });
    const movesClock = (await clockOffset(upstream())) !== undefined;
    return {
      driver: 'keycloak-container',
      version: run.version,
      upstream,
      realm: async (index) => realms.realm(index),
      answers: () => answersDiscovery(upstream(), realmName(1)),
      stop: life.stop,
      kill: life.kill,
      restart: () => life.restart().then(realms.restarted),
      hang: life.hang,
      ...(movesClock ? { clock: { shift: (bySeconds: number) => shiftClock(upstream, bySeconds, admin.forgetToken) } } : {}),
    };
  } catch (cause) {
    await life.kill();
    throw cause;
  }
}

/** One container after another: every restart is a new one from the same image, with a new port and the seeded state. */
async function lifeOf({ image, options }: KeycloakRun) {
  let container = await launch(image, options);
  let alive = true;
  let silent = false;

  const speak = async () => {
    if (!silent) return;
    await unpauseContainer(container.id);
    silent = false;
  };
  /** A paused container hears no signal. */
  const end = async (how: (id: string) => Promise<void>) => {
    if (!alive) return;
    await speak();
    await how(container.id);
    alive = false;
  };
  const stop = () => end((id) => stopContainer(id, stopLimitSeconds).finally(() => removeContainer(id)));
  return {
    container: () => container,
    upstream: () => container.upstream,
    stop,
    kill: () => end(removeContainer),
    restart: async () => {
      await stop();
      container = await launch(image, options);
      alive = true;
    },
    hang: async () => {
      if (!alive || silent) throw new Error('Keycloak is stopped or hangs already');
      const hanging = container;
      await pauseContainer(hanging.id);
      silent = true;
      return async () => {
        if (container !== hanging || !alive) return; // killed or restarted meanwhile: nothing hangs any more
        await speak();
        const awake = await answersDiscovery(hanging.upstream, realmName(1), afterSilenceMs);
        if (!awake) throw new Error('Keycloak does not answer although its container is no longer paused');
      };
    },
  };
}

async function poolIn(container: RunningContainer): Promise<SeededPool> {
  const text = await container.run(['cat', poolFile]).catch((cause: unknown) => {
    throw new DidNotStart('the prepared image holds no record of its realms', { cause });
  });
  return JSON.parse(text) as SeededPool;
}

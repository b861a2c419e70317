/** Operates Keycloak in a container, through Testcontainers. */
import type { IdpDriver, RunningIdp, StartOptions, Usable } from '../driver.ts';
import { realmPoolSize } from '../keycloak/realm.ts';
import { isElsewhere, withEngine } from './engine.ts';
import { chooseImage } from './image.ts';
import type { SnapshotBase } from './prepare-snapshot.ts';
import { pullImage } from './pull.ts';
import { DidNotStart } from './ready.ts';
import { runKeycloak } from './running.ts';
import { ensureSnapshot, removeSnapshot } from './snapshot.ts';

/** Needs a container engine on this machine, and the image or a registry that has it. */
export const keycloakContainer: IdpDriver = {
  name: 'keycloak-container',
  usable: async (options) => {
    const engine = await engineVersion();
    if (typeof engine !== 'string') return engine;
    const choice = await chooseImage(options?.image);
    if (choice.image === undefined) return { yes: false, why: choice.why, remedy: choice.remedy };
    return { yes: true, version: choice.version, detail: `${choice.detail}, engine ${engine}` };
  },
  start: async (options) => {
    if (options.realms > realmPoolSize) throw new RangeError(`at most ${realmPoolSize} realms, not ${options.realms}`);
    return runFromSnapshot(await presentBase(options), options);
  },
};

const startAnEngine = 'start a container engine on this machine (Docker 20.10 or newer), for example with: systemctl start docker';

async function engineVersion(): Promise<string | Extract<Usable, { yes: false }>> {
  if (isElsewhere(process.env.DOCKER_HOST)) {
    return {
      yes: false,
      why: 'DOCKER_HOST names an engine on another machine, whose loopback ports cannot be reached',
      remedy: 'unset DOCKER_HOST',
    };
  }
  return withEngine(async (docker) => (await docker.version()).Version).catch(
    () => ({ yes: false, why: 'no container engine answers', remedy: startAnEngine }) as const,
  );
}

/** The chosen image, pulled when it must be. */
async function presentBase({ image, progress }: StartOptions): Promise<SnapshotBase> {
  const choice = await chooseImage(image);
  if (choice.image === undefined) throw new Error(`${choice.why}. ${choice.remedy}`);
  if (!choice.present) await pullImage(choice.image, progress);
  return { image: choice.image, version: choice.version };
}

/** A prepared image from which nothing starts is made again, once. */
async function runFromSnapshot(base: SnapshotBase, options: StartOptions): Promise<RunningIdp> {
  const snapshot = await ensureSnapshot(base, options);
  try {
    return await runKeycloak({ image: snapshot.id, version: base.version, options });
  } catch (cause) {
    if (!(cause instanceof DidNotStart)) throw cause;
    options.progress(`the prepared Keycloak image does not start and is made again. ${cause.message}`);
    await removeSnapshot(snapshot);
    const { id } = await ensureSnapshot(base, options);
    return runKeycloak({ image: id, version: base.version, options });
  }
}

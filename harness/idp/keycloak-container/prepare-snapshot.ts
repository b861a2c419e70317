/** Makes the prepared image in two containers: one builds and seeds, one is trained; the first, with the second's class-data archive, is committed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publicIdpOrigin, realmName } from '../../fixtures/fixtures.ts';
import type { StartOptions } from '../driver.ts';
import { adminApi } from '../keycloak/admin-api.ts';
import { clockJarName } from '../keycloak/clock-jar.ts';
import { realmPoolSize, realmRepresentation } from '../keycloak/realm.ts';
import { bootstrapEnvironment, newPool, seedPool, type UnseededPool } from '../keycloak/seeded-pool.ts';
import { buildOptions } from '../keycloak/server-options.ts';
import { signInByHttp } from '../keycloak/sign-in.ts';
import { isMissing, withEngine } from './engine.ts';
import { type ContainerPlan, type RunningContainer, removeContainer, startContainer, stopContainer } from './loopback-container.ts';
import { untilReady } from './ready.ts';
import { classArchiveFile, environment, keycloakFolder, launcher, poolFile, serverCommand } from './recipe.ts';

/** The parts of a run that matter here. */
export type SnapshotPlace = Pick<StartOptions, 'cacheFolder' | 'runFolder' | 'lease' | 'progress'>;
export type SnapshotBase = { readonly image: string; readonly version: string };

export type SnapshotOrder = {
  readonly base: SnapshotBase;
  readonly name: string;
  readonly clockJarFile: string | undefined;
  readonly place: SnapshotPlace;
};

const publicOrigin = new URL(publicIdpOrigin);
const importFolder = `${keycloakFolder}/data/import`;
const bootstrapFile = `${keycloakFolder}/data/tempered/bootstrap.sh`;
/** Build and first start together; a slow machine needs several minutes. */
const firstStartLimitMs = 600_000;
const trainingStartLimitMs = 180_000;
/** Writing the class-data archive happens while Java ends. */
const trainingEndLimitSeconds = 180;

/** About a minute, once for each version, recipe and base image. Rejects, and leaves nothing, when a step fails. */
export async function prepareSnapshot(order: SnapshotOrder): Promise<void> {
  const { progress } = order.place;
  const pool = await newPool();
  progress(`preparing a Keycloak ${order.base.version} image with ${realmPoolSize} realms, once for this machine (about a minute)`);
  const logFile = join(order.place.runFolder, 'keycloak-preparation.log');
  const seeding = await startContainer(await seedingPlan(order, pool, logFile));
  try {
    await untilReady(seeding, { realm: realmName(realmPoolSize), limitMs: firstStartLimitMs, logFile });
    await keepPool(seeding, pool);
    await stopContainer(seeding.id, 60);
    progress('training it, so that later starts find their classes prepared');
    await addClassArchive(order, seeding.id, logFile);
    await commit(seeding.id, order.name);
  } finally {
    await removeContainer(seeding.id);
  }
  progress(`prepared as ${order.name}`);
}

/** The secrets come by a file and not by the container's environment, which a commit would keep and an inspection show. */
async function seedingPlan({ base, clockJarFile, place }: SnapshotOrder, pool: UnseededPool, logFile: string): Promise<ContainerPlan> {
  const build = `${launcher} build ${buildOptions.join(' ')}`;
  const script = `set -e; ${build}; set -a; . ${bootstrapFile}; set +a; exec ${launcher} "$@" --import-realm`;
  const secrets = Object.entries(bootstrapEnvironment(pool)).map(([name, value]) => `${name}='${value}'\n`);
  const realms = pool.keys.map((keys, index) => ({
    content: JSON.stringify(realmRepresentation(index + 1, keys)),
    target: `${importFolder}/${realmName(index + 1)}-realm.json`,
    mode: 0o644,
  }));
  const jar = clockJarFile === undefined ? [] : [await readFile(clockJarFile)];
  return {
    image: base.image,
    entrypoint: ['/bin/bash', '-c', script, 'tempered'],
    command: serverCommand(publicOrigin),
    environment: environment(),
    files: [
      ...realms,
      { content: secrets.join(''), target: bootstrapFile, mode: 0o644 },
      ...jar.map((content) => ({ content, target: `${keycloakFolder}/providers/${clockJarName}`, mode: 0o644 })),
    ],
    purpose: 'snapshot',
    logFile,
    lease: place.lease,
  };
}

/** Records what the server shows of every realm, and takes away what was only there for the import. */
async function keepPool(container: RunningContainer, pool: UnseededPool): Promise<void> {
  const seeded = await seedPool(
    pool,
    adminApi(() => container.upstream, pool.admin),
  );
  await container.addFile({ content: JSON.stringify(seeded), target: poolFile, mode: 0o600 });
  await container.run(['rm', '-rf', importFolder, bootstrapFile]);
}

/** Trains on a copy: a sign-in leaves a session in the database, and the seeded one must hold none. */
async function addClassArchive({ place }: SnapshotOrder, seedingId: string, logFile: string): Promise<void> {
  const trainingImage = (await withEngine((docker) => docker.getContainer(seedingId).commit({ changes: startsByItself }))) as {
    Id: string;
  };
  try {
    const training = await startContainer({
      image: trainingImage.Id,
      command: serverCommand(publicOrigin),
      environment: environment(`-XX:ArchiveClassesAtExit=${classArchiveFile}`),
      purpose: 'snapshot',
      logFile,
      lease: place.lease,
    });
    try {
      await train(training, logFile);
      const archived = await copyClassArchive(training.id, seedingId);
      if (!archived) place.progress('this image’s Java writes no class-data archive: Keycloak will start without one, more slowly');
    } finally {
      await removeContainer(training.id);
    }
  } finally {
    await withEngine((docker) => docker.getImage(trainingImage.Id).remove({ force: true }));
  }
}

async function train(training: RunningContainer, logFile: string): Promise<void> {
  const realm = realmName(realmPoolSize);
  await untilReady(training, { realm, limitMs: trainingStartLimitMs, logFile });
  await signInByHttp(training.upstream, { realm, person: 'uma', publicOrigin });
  await stopContainer(training.id, trainingEndLimitSeconds);
}

/** A Java that writes no such archive starts without one, only slower. */
const copyClassArchive = (from: string, to: string): Promise<boolean> =>
  withEngine(async (docker) => {
    const archive = await docker
      .getContainer(from)
      .getArchive({ path: classArchiveFile })
      .catch((problem: unknown) => {
        if (isMissing(problem)) return undefined;
        throw problem;
      });
    if (archive !== undefined) await docker.getContainer(to).putArchive(archive, { path: `${keycloakFolder}/data` });
    return archive !== undefined;
  });

const startsByItself = `ENTRYPOINT ["${launcher}"]\nCMD []`;

const commit = (id: string, name: string): Promise<unknown> => {
  const [repo, tag] = name.split(':');
  return withEngine((docker) => docker.getContainer(id).commit({ repo, tag, changes: startsByItself }));
};

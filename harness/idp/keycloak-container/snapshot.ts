/** The prepared image: an optimized build, a database with the pool of realms, and a class-data archive, committed once on this machine. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import type { StartOptions } from '../driver.ts';
import { clockJar, clockJarFits } from '../keycloak/clock-jar.ts';
import { isMissing, withEngine } from './engine.ts';
import { prepareSnapshot } from './prepare-snapshot.ts';
import { recipeDigest } from './recipe.ts';

export const snapshotRepository = 'tempered/keycloak-snapshot';
/** Older ones are removed when a new one was made: each holds some 400 MB. */
const snapshotsKept = 3;

/** The parts of a run that matter here. */
export type SnapshotPlace = Pick<StartOptions, 'cacheFolder' | 'runFolder' | 'lease' | 'progress'>;
export type SnapshotBase = { readonly image: string; readonly version: string };

/** The name of a prepared image that is present, made first when it is not. Two runs of one clone that want it at once make it once. */
export async function ensureSnapshot(base: SnapshotBase, place: SnapshotPlace): Promise<string> {
  const jar = clockJarFits(base.version) ? await clockJar(place.cacheFolder, place.progress) : undefined;
  const name = await snapshotName(base, jar);
  if (await isPresent(name)) return name;
  const release = await lockSnapshots(place);
  try {
    if (!(await isPresent(name))) {
      await prepareSnapshot({ base, name, clockJarFile: jar, place });
      await removeOldSnapshots();
    }
  } finally {
    await release();
  }
  return name;
}

/** Keyed by all that decides what is in it: version, recipe (fixtures and clock provider included), and the very base image. */
async function snapshotName({ image, version }: SnapshotBase, jar: string | undefined): Promise<string> {
  const { Id } = await withEngine((docker) => docker.getImage(image).inspect());
  return `${snapshotRepository}:${version}-${await recipeDigest(Id, jar)}`;
}

const isPresent = (name: string): Promise<boolean> =>
  withEngine((docker) => docker.getImage(name).inspect()).then(
    () => true,
    (problem: unknown) => {
      if (isMissing(problem)) return false;
      throw problem;
    },
  );

/** A clone elsewhere may still make the same one at the same time: each is whole in itself, and the name goes to the last. */
async function lockSnapshots({ cacheFolder, progress }: SnapshotPlace): Promise<() => Promise<void>> {
  const folder = join(cacheFolder, 'keycloak-container');
  await mkdir(folder, { recursive: true });
  const waits = setTimeout(() => progress('waiting for another run that prepares the same Keycloak image'), 3_000);
  const retries = { forever: true, minTimeout: 200, maxTimeout: 1_000 };
  try {
    return await lock(folder, { stale: 20_000, retries, onCompromised: () => {} });
  } finally {
    clearTimeout(waits);
  }
}

/** Forgets a prepared image from which nothing starts. */
export async function removeSnapshot(name: string): Promise<void> {
  await withEngine((docker) => docker.getImage(name).remove({ force: true })).catch((problem: unknown) => {
    if (!isMissing(problem)) throw problem;
  });
}

/** Newest first; one that a container still uses stays, and so does everything when the engine refuses. */
async function removeOldSnapshots(): Promise<void> {
  await withEngine(async (docker) => {
    const images = await docker.listImages({ filters: { reference: [snapshotRepository] } });
    const names = images.toSorted((one, other) => other.Created - one.Created).flatMap(({ RepoTags }) => RepoTags ?? []);
    for (const name of names.slice(snapshotsKept))
      await docker
        .getImage(name)
        .remove()
        .catch(() => {});
  });
}

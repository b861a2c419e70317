/** The prepared image: an optimized build, a database with the pool of realms, and a class-data archive, committed once on this machine. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { clockJar, clockJarFits } from '../keycloak/clock-jar.ts';
import { isMissing, withEngine } from './engine.ts';
import { prepareSnapshot, type SnapshotBase, type SnapshotOrder, type SnapshotPlace } from './prepare-snapshot.ts';
import { recipeDigest } from './recipe.ts';

export const snapshotRepository = 'tempered/keycloak-snapshot';
/** Older ones are removed when a new one was made: each holds some 400 MB. */
const snapshotsKept = 3;

/** A prepared image. Containers start from the `id`: it stays the same image when another run gives the name to a new one. */
export type Snapshot = { readonly name: string; readonly id: string };

/** The prepared image for this base, made first when it is not present. Two runs of one clone that want it at once make it once. */
export async function ensureSnapshot(base: SnapshotBase, place: SnapshotPlace): Promise<Snapshot> {
  const clockJarFile = clockJarFits(base.version) ? await clockJar(place.cacheFolder, place.progress) : undefined;
  const name = await snapshotName(base, clockJarFile);
  return (await findImage(name)) ?? alone(place, async () => (await findImage(name)) ?? make({ base, name, clockJarFile, place }));
}

async function make(order: SnapshotOrder): Promise<Snapshot> {
  await prepareSnapshot(order);
  await removeOldSnapshots();
  const made = await findImage(order.name);
  if (made === undefined) throw new Error(`the engine has lost ${order.name}, which was just made`);
  return made;
}

/** Keyed by all that decides what is in it: version, recipe (fixtures and clock provider included), and the very base image. */
export async function snapshotName({ image, version }: SnapshotBase, jar: string | undefined): Promise<string> {
  const { Id } = await withEngine((docker) => docker.getImage(image).inspect());
  return `${snapshotRepository}:${version}-${await recipeDigest(Id, jar)}`;
}

const findImage = (name: string): Promise<Snapshot | undefined> =>
  withEngine((docker) => docker.getImage(name).inspect()).then(
    ({ Id }) => ({ name, id: Id }),
    (problem: unknown) => {
      if (isMissing(problem)) return undefined;
      throw problem;
    },
  );

/** A clone elsewhere may still make the same one at the same time: each is whole in itself, and the name goes to the last. */
async function alone<Result>({ cacheFolder, progress }: SnapshotPlace, work: () => Promise<Result>): Promise<Result> {
  const folder = join(cacheFolder, 'keycloak-container');
  await mkdir(folder, { recursive: true });
  const waits = setTimeout(() => progress('waiting for another run that prepares the same Keycloak image'), 3_000);
  const retries = { forever: true, minTimeout: 200, maxTimeout: 1_000 };
  const release = await lock(folder, { stale: 20_000, retries, onCompromised: () => {} }).finally(() => clearTimeout(waits));
  return work().finally(() => release().catch(() => {}));
}

/** Forgets a prepared image from which nothing starts, unless its name stands for another one by now, or another run forgets it at the same time. */
export async function removeSnapshot({ name, id }: Snapshot): Promise<void> {
  const present = await findImage(name);
  if (present?.id !== id) return;
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

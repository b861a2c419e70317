/** Where prepared Keycloak snapshots lie, which one is whole, and which is no longer used. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isDeepStrictEqual } from 'node:util';
import { lock } from 'proper-lockfile';
import { z } from 'zod';
import type { ArchiveName } from './class-archive.ts';
import { markerName, removeUnlessUsed } from './snapshot-use.ts';

export type Snapshot = {
  readonly folder: string;
  /** The built distribution. Never written to by a run. */
  readonly installation: string;
  readonly data: string;
  readonly poolFile: string;
  readonly movesClock: boolean;
  /** The archive of loaded classes in `folder`, when there is one. */
  readonly archive?: ArchiveName;
};

const markerSchema = z.object({
  made: z.object({ movesClock: z.boolean(), archive: z.enum(['classes.aot', 'classes.jsa']).exactOptional() }),
  digests: z.record(z.string(), z.string()),
});
type Marker = z.infer<typeof markerSchema>;
/** What only the making knows. */
export type Made = Marker['made'];

const dayMs = 86_400_000;
/** What a start depends on and a damage would change silently. The libraries are checked by Java, class by class. */
const digested = ['pool.json', 'data', join('installation', 'lib', 'quarkus'), join('installation', 'providers')];

export const snapshotAt = (folder: string) => ({
  folder,
  installation: join(folder, 'installation'),
  data: join(folder, 'data'),
  poolFile: join(folder, 'pool.json'),
});

/** An empty folder with a name of its own; it counts only once `publish` has marked it, so a half-made one is never used. */
export async function newSnapshotFolder(store: string, key: string): Promise<string> {
  await mkdir(store, { recursive: true });
  return mkdtemp(join(store, `${key}-`));
}

/** The marker appears at once and last. */
export async function publish(folder: string, made: Made): Promise<void> {
  const marker: Marker = { made, digests: await digestsOf(folder) };
  const landing = join(folder, `${markerName}.new`);
  await writeFile(landing, JSON.stringify(marker, null, 2));
  await rename(landing, join(folder, markerName));
}

/** A whole snapshot for `key`, or undefined. A damaged one is discarded on the way, and told. */
export async function findSnapshot(store: string, key: string, progress: (message: string) => void): Promise<Snapshot | undefined> {
  for (const name of (await readdir(store).catch(() => [])).filter((entry) => entry.startsWith(`${key}-`))) {
    const folder = join(store, name);
    const marker = await readMarker(folder);
    if (!marker) continue;
    const digests = await digestsOf(folder).catch(() => undefined);
    if (isDeepStrictEqual(digests, marker.digests)) return { ...snapshotAt(folder), ...marker.made };
    progress('the prepared Keycloak snapshot is damaged and will not be used');
    await discard(folder);
  }
  return undefined;
}

/** A marker that cannot be read marks nothing. */
async function readMarker(folder: string): Promise<Marker | undefined> {
  try {
    return markerSchema.parse(JSON.parse(await readFile(join(folder, markerName), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Never used again; its files stay for a while, since another run may be standing on them. */
export const discard = (folder: string): Promise<void> => rm(join(folder, markerName), { force: true });

/** Of another version, Java or recipe only the one used last is kept, for whoever goes to and fro between two; each takes some 370 MB. */
const othersKept = 1;

/** Removes what was discarded or never finished a day ago or more, and what was made for another key than `key`, unless a run stands on it. */
export async function removeOld(store: string, key: string): Promise<void> {
  const others: { readonly folder: string; readonly usedAtMs: number }[] = [];
  for (const entry of await readdir(store, { withFileTypes: true }).catch(() => [])) {
    const folder = join(store, entry.name);
    if (!entry.isDirectory() || entry.name.endsWith('.lock') || entry.name.startsWith(`${key}-`)) continue;
    if (await readMarker(folder)) others.push({ folder, usedAtMs: (await stat(join(folder, markerName))).mtimeMs });
    else if (Date.now() - (await stat(folder)).mtimeMs > dayMs) await rm(folder, { recursive: true, force: true });
  }
  const lastUsedFirst = others.toSorted((one, other) => other.usedAtMs - one.usedAtMs);
  for (const { folder } of lastUsedFirst.slice(othersKept)) await removeUnlessUsed(folder);
}

/** Lets one process at a time make a snapshot; the others wait. A maker that died frees its place within half a minute. */
export async function makingAlone<Result>(store: string, key: string, waiting: () => void, work: () => Promise<Result>): Promise<Result> {
  await mkdir(store, { recursive: true });
  const options = { lockfilePath: join(store, `${key}.lock`), realpath: false, stale: 30_000, update: 5_000, onCompromised: () => {} };
  const free = await lock(store, options).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ELOCKED') throw cause;
    waiting();
    return lock(store, { ...options, retries: { forever: true, minTimeout: 500, maxTimeout: 1_000, factor: 1 } });
  });
  return work().finally(() => free().catch(() => {}));
}

/** sha256 of every file that a start depends on, by its path. */
async function digestsOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const files = (await Promise.all(digested.map((name) => filesBelow(folder, name)))).flat().toSorted();
  return Object.fromEntries(await Promise.all(files.map(async (name) => [name, await sha256(join(folder, name))] as const)));
}

async function filesBelow(folder: string, name: string): Promise<readonly string[]> {
  const path = join(folder, name);
  if ((await stat(path)).isFile()) return [name];
  const inside = await readdir(path);
  return (await Promise.all(inside.map((entry) => filesBelow(folder, join(name, entry))))).flat();
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Trains the virtual machine with one sign-in and archives the classes it loaded, so that later starts find them ready. Without the archive Keycloak works the same, only slower. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lease } from '../driver.ts';
import { makingPlace, startOptions } from '../keycloak/server-options.ts';
import { signInByHttp } from '../keycloak/sign-in.ts';
import type { Java } from './java.ts';
import { startServer } from './server-process.ts';
import { seedHome } from './snapshot-home.ts';

export type TrainingGround = {
  readonly java: Java;
  readonly folder: string;
  readonly installation: string;
  readonly data: string;
  readonly temporaryFolder: string;
  readonly lease: Lease;
  readonly realm: string;
};

/** One-step training of the ahead-of-time cache came with Java 25 (JEP 514); before it, a dynamic class-data archive (JEP 350). */
const oldestMajorForCache = 25;
/** The archive is written after the server has ended, and takes longer than the run. */
const writingTimeoutMs = 180_000;

export type ArchiveName = 'classes.aot' | 'classes.jsa';

/** Flags with which the virtual machine uses the archive; one that it cannot use is passed over by it. */
export function archiveFlags(folder: string, name: ArchiveName | undefined): readonly string[] {
  if (name === undefined) return [];
  const file = join(folder, name);
  return name === 'classes.aot' ? [`-XX:AOTCache=${file}`] : [`-XX:SharedArchiveFile=${file}`, '-Xshare:auto'];
}

/** Makes the archive in the snapshot's folder. Undefined when the training did not work, which `progress` is told. */
export async function archiveClasses(ground: TrainingGround, progress: (message: string) => void): Promise<ArchiveName | undefined> {
  const name = ground.java.major >= oldestMajorForCache ? 'classes.aot' : 'classes.jsa';
  const file = join(ground.folder, name);
  try {
    await train(ground, name === 'classes.aot' ? `-XX:AOTCacheOutput=${file}` : `-XX:ArchiveClassesAtExit=${file}`);
    await stat(file);
    return name;
  } catch (cause) {
    progress(
      `Keycloak will start more slowly: its classes could not be archived (${cause instanceof Error ? cause.message : 'no reason'})`,
    );
    return undefined;
  }
}

async function train(ground: TrainingGround, flag: string): Promise<void> {
  const home = join(ground.temporaryFolder, 'home');
  await seedHome(ground, home);
  const server = await startServer({
    ...ground,
    home,
    logFile: join(ground.folder, 'training.log'),
    flags: [flag],
    args: ['start', '--optimized', ...startOptions(makingPlace)],
  });
  try {
    await signInByHttp(server.upstream, { realm: ground.realm, person: 'uma', publicOrigin: makingPlace.publicOrigin });
  } finally {
    await server.stop(writingTimeoutMs);
  }
}

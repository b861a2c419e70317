/** Finds a Keycloak distribution: the one that the user names, the one in the project's cache, or the one that Maven fetches. */
import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type Artefact, exists, fetchByMaven, fileNameOf, mavenIsHere } from './maven.ts';
import { unpack } from './unpack.ts';
import { keycloakVersion } from './version.js';

const artefact: Artefact = { group: 'org.keycloak', name: 'keycloak-quarkus-dist', version: keycloakVersion, type: 'zip' };
const homeVariable = 'TEMPERED_KEYCLOAK_HOME';

export type Distribution = {
  readonly version: string;
  /** Tells one distribution from another of the same version. */
  readonly fingerprint: string;
  /** Writes it to `folder`, which does not exist yet. */
  place(folder: string, progress: (message: string) => void): Promise<void>;
};

export type DistributionSource =
  | { readonly found: true; readonly where: string; readonly open: () => Promise<Distribution> }
  | { readonly found: false; readonly why: string; readonly remedy: string };

const remedy = `install Maven (mvn), or unpack Keycloak ${keycloakVersion} and set ${homeVariable} to its folder`;
const distributionFolder = (cacheFolder: string): string => join(cacheFolder, 'keycloak', 'distributions');

/** Looks only; nothing is fetched or unpacked before `open` and `place`. */
export async function findDistribution(cacheFolder: string, named = process.env[homeVariable]): Promise<DistributionSource> {
  if (named) return namedDistribution(named);
  const archive = join(distributionFolder(cacheFolder), fileNameOf(artefact));
  if (await exists(archive)) return { found: true, where: 'the project’s cache', open: async () => archived(cacheFolder) };
  if (await mavenIsHere()) return { found: true, where: 'Maven', open: async () => archived(cacheFolder) };
  return { found: false, why: `no Keycloak ${keycloakVersion} distribution is here, and no Maven to fetch it`, remedy };
}

const archived = (cacheFolder: string): Distribution => ({
  version: keycloakVersion,
  fingerprint: 'released',
  place: async (folder, progress) => {
    const archive = join(distributionFolder(cacheFolder), fileNameOf(artefact));
    if (await exists(archive)) {
      const broken = await unpack(archive, folder).then(
        () => false,
        () => true,
      );
      if (!broken) return;
      progress(`the Keycloak ${keycloakVersion} distribution in the cache is damaged`);
      await Promise.all([archive, folder].map((path) => rm(path, { recursive: true, force: true })));
    }
    if (!(await mavenIsHere())) throw new Error(`no Keycloak ${keycloakVersion} distribution is here: ${remedy}`);
    progress(`fetching Keycloak ${keycloakVersion} by Maven (177 MB, once for this cache)`);
    await unpack(await fetchByMaven(artefact, distributionFolder(cacheFolder)), folder);
  },
});

async function namedDistribution(home: string): Promise<DistributionSource> {
  const version = await readFile(join(home, 'version.txt'), 'utf8').then(
    (text) => /\d+\.\d+\.\d+/.exec(text)?.[0],
    () => undefined,
  );
  const whole = version !== undefined && (await exists(join(home, 'lib', 'quarkus-run.jar')));
  if (!whole) return { found: false, why: `${homeVariable} names a folder that holds no Keycloak distribution`, remedy };
  return {
    found: true,
    where: homeVariable,
    open: async () => ({ version, fingerprint: await fingerprint(home), place: (folder) => copy(home, folder) }),
  };
}

/** What a run or a build has left in a used distribution, and must not be carried on. */
const isState = (home: string, path: string): boolean =>
  [['data'], ['lib', 'quarkus']].some((state) => state.every((part, place) => relative(home, path).split(sep)[place] === part));

const copy = (home: string, folder: string): Promise<void> =>
  cp(home, folder, { recursive: true, preserveTimestamps: true, dereference: true, filter: (path) => !isState(home, path) });

async function fingerprint(home: string): Promise<string> {
  const entries = await readdir(home, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const lines = files
    .filter((file) => !isState(home, file))
    .map(async (file) => {
      const { size, mtimeMs } = await stat(file);
      return `${relative(home, file)} ${size} ${mtimeMs}`;
    });
  const listing = (await Promise.all(lines)).toSorted().join('\n');
  return createHash('sha256').update(listing).digest('hex').slice(0, 12);
}

/** Finds the newest Java on this machine that can run Keycloak, without starting any. */
import { readdir, readFile, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { exists } from '../keycloak/maven.ts';

export type Java = {
  readonly executable: string;
  readonly home: string;
  /** As its `release` file says: `25.0.3+9-LTS`. */
  readonly version: string;
  readonly major: number;
};

export const oldestMajor = 17;
const binary = process.platform === 'win32' ? 'java.exe' : 'java';

/** Folders below which every sub-folder may be a Java home. */
const usualFolders = (home: string): readonly string[] => [
  '/usr/lib/jvm',
  '/usr/java',
  '/opt/java',
  '/opt',
  join(home, '.sdkman', 'candidates', 'java'),
  join(home, '.jdks'),
  '/Library/Java/JavaVirtualMachines',
  join(home, 'Library', 'Java', 'JavaVirtualMachines'),
  ...['Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu', 'Amazon Corretto'].map((vendor) => join('C:\\Program Files', vendor)),
];

/** The newest of JAVA_HOME, the PATH and the usual folders; undefined when none is new enough. */
export async function findJava(environment: NodeJS.ProcessEnv = process.env, folders = usualFolders(homedir())): Promise<Java | undefined> {
  const homes = [environment.JAVA_HOME ?? '', ...(await homesOnPath(environment.PATH ?? '')), ...(await homesBelow(folders))];
  const found = await Promise.all([...new Set(homes.filter((home) => home !== ''))].map(javaAt));
  const fitting = found.filter((java) => java !== undefined).filter(({ major }) => major >= oldestMajor);
  return fitting.toSorted((one, other) => other.version.localeCompare(one.version, 'en', { numeric: true }))[0];
}

/** A `java` on the PATH is mostly a link; its real place tells the home. */
async function homesOnPath(path: string): Promise<readonly string[]> {
  const places = await Promise.all(path.split(delimiter).map((folder) => realpath(join(folder, binary)).catch(() => undefined)));
  return places.filter((place) => place !== undefined).map((place) => dirname(dirname(place)));
}

async function homesBelow(folders: readonly string[]): Promise<readonly string[]> {
  const names = await Promise.all(folders.map(async (folder) => (await readdir(folder).catch(() => [])).map((name) => join(folder, name))));
  return names.flat().flatMap((place) => [place, join(place, 'Contents', 'Home')]);
}

async function javaAt(home: string): Promise<Java | undefined> {
  const executable = join(home, 'bin', binary);
  if (!(await exists(executable))) return undefined;
  const release = await readFile(join(home, 'release'), 'utf8').catch(() => '');
  const version = /^JAVA_RUNTIME_VERSION="([^"]+)"/m.exec(release)?.[1] ?? /^JAVA_VERSION="([^"]+)"/m.exec(release)?.[1];
  const major = Number(/^\d+/.exec(version ?? '')?.[0] ?? 0);
  return version === undefined ? undefined : { executable, home, version, major };
}

/** The provider by which Keycloak's clock can be moved, cut down to that: the published jar also runs code sent to it, which must not exist here (S24). */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import { type Artefact, exists, fetchByMaven, mavenIsHere } from './maven.ts';
import { storedZip } from './stored-zip.ts';

const artefact: Artefact = {
  group: 'org.keycloak.testframework',
  name: 'keycloak-test-framework-remote-providers',
  version: '26.7.0',
  type: 'jar',
};
const providerPackage = 'org/keycloak/testframework/remote/providers/timeoffset/';
const services = 'META-INF/services/org.keycloak.services.resource.RealmResourceProviderFactory';
const factory = 'org.keycloak.testframework.remote.providers.timeoffset.TimeOffSetRealmResourceProviderFactory';

export const clockJarName = 'tempered-clock.jar';

/** The jar speaks to internals of its own minor version only. */
export const clockJarFits = (keycloakVersion: string): boolean => keycloakVersion.startsWith('26.7.');

/** The cut-down jar in the cache, made when it is not there. Undefined when there is no way to have it: then Keycloak runs, and its clock stands. */
export async function clockJar(cacheFolder: string, progress: (message: string) => void): Promise<string | undefined> {
  const folder = join(cacheFolder, 'keycloak', 'clock');
  const file = join(folder, clockJarName);
  if (await exists(file)) return file;
  if (!(await mavenIsHere())) return undefined;
  try {
    return await cutDown(await fetchByMaven(artefact, folder), file);
  } catch (cause) {
    progress(`Keycloak’s clock cannot be moved in this snapshot: ${cause instanceof Error ? cause.message : 'its provider cannot be had'}`);
    return undefined;
  }
}

async function cutDown(published: string, file: string): Promise<string> {
  const zip = await openPromise(published, { autoClose: false });
  const kept: { name: string; content: Buffer }[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      const wanted = entry.fileName.startsWith(providerPackage) && entry.fileName.endsWith('.class');
      if (wanted) kept.push({ name: entry.fileName, content: await buffer(await zip.openReadStreamPromise(entry)) });
    }
  } finally {
    zip.close();
  }
  if (kept.length === 0) throw new Error('the published jar holds no time-offset provider');
  const all = [...kept, { name: services, content: Buffer.from(`${factory}\n`) }, { name: 'META-INF/beans.xml', content: Buffer.alloc(0) }];
  await mkdir(dirname(file), { recursive: true });
  const landing = `${file}.${process.pid}`;
  await writeFile(landing, storedZip(all));
  await rename(landing, file);
  return file;
}

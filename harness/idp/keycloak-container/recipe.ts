/** How Keycloak is run in a container, for a run and while its prepared image is made: both must match, or the class-data archive is not used. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { publicIdpOrigin } from '../../fixtures/fixtures.ts';
import { realmPoolSize, realmRepresentation } from '../keycloak/realm.ts';
import type { RealmKeys } from '../keycloak/realm-keys.ts';
import { buildOptions, jvmFlags, type ServerUse, serverEnvironment, startOptions } from '../keycloak/server-options.ts';
import { httpPort } from './loopback-container.ts';

/** Count it up when the making of the prepared image changes in a way that the digest does not see. */
const recipe = 3;

export const keycloakFolder = '/opt/keycloak';
export const launcher = `${keycloakFolder}/bin/kc.sh`;
/** What the harness keeps in the image: readable for root alone. */
export const poolFile = `${keycloakFolder}/data/tempered/pool.json`;
/** Absent when the image's Java could not make one: Java then starts without it, slower. */
export const classArchiveFile = `${keycloakFolder}/data/classes.jsa`;

/** `JAVA_OPTS` replaces the launcher's own options whole: a second collector among them would be refused. */
export const environment = (...moreFlags: readonly string[]): Readonly<Record<string, string>> => ({
  ...serverEnvironment,
  // An image of one's own may lack it, and Keycloak would then listen inside the container only.
  KC_RUN_IN_CONTAINER: 'true',
  JAVA_OPTS: [...jvmFlags, '-Dfile.encoding=UTF-8', '-Dsun.stdout.encoding=UTF-8', '-XX:+ExitOnOutOfMemoryError', ...moreFlags].join(' '),
});

/** All arguments of a server from the optimized build. Every address of the container: what reaches it is decided by where its port is published. */
export const serverCommand = (publicOrigin: URL, use?: ServerUse): readonly string[] => [
  'start',
  '--optimized',
  ...startOptions({ publicOrigin, httpHost: '0.0.0.0', httpPort }, use),
];

const noKeys: RealmKeys = { signingKeyPem: '', encryptionKeyPem: '', hmac: { kid: '', secret: '' }, aes: { kid: '', secret: '' } };

/** Twelve hexadecimal digits. `clockJarFile` is the file of the provider that the image gets, if any. */
export async function recipeDigest(baseImageId: string, clockJarFile: string | undefined): Promise<string> {
  const realms = Array.from({ length: realmPoolSize }, (_, place) => realmRepresentation(place + 1, noKeys));
  const parts = [recipe, baseImageId, realms, buildOptions, environment(), serverCommand(new URL(publicIdpOrigin))];
  const hash = createHash('sha256').update(JSON.stringify(parts));
  if (clockJarFile !== undefined) hash.update(await readFile(clockJarFile));
  return hash.digest('hex').slice(0, 12);
}

/** What Keycloak's preparation is made of, without a Keycloak: finding Java and the distribution, zips, and which snapshot counts. */
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { findDistribution } from '../harness/idp/keycloak/distribution.ts';
import { fixedId } from '../harness/idp/keycloak/ids.ts';
import { realmRepresentation } from '../harness/idp/keycloak/realm.ts';
import { differences, type RealmState } from '../harness/idp/keycloak/seeded-state.ts';
import { startOptions } from '../harness/idp/keycloak/server-options.ts';
import { storedZip } from '../harness/idp/keycloak/stored-zip.ts';
import { unpack } from '../harness/idp/keycloak/unpack.ts';
import { findJava } from '../harness/idp/keycloak-jvm/java.ts';
import { cleanEnvironment } from '../harness/idp/keycloak-jvm/server-command.ts';
import { discard, findSnapshot, makingAlone, newSnapshotFolder, publish, snapshotAt } from '../harness/idp/keycloak-jvm/snapshot-store.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keycloak-parts-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fresh = (name: string) => mkdtemp(join(folder, `${name}-`));

async function filled(store: string, key: string): Promise<string> {
  const made = await newSnapshotFolder(store, key);
  const place = snapshotAt(made);
  for (const path of [place.data, join(place.installation, 'lib', 'quarkus'), join(place.installation, 'providers')])
    await mkdir(path, { recursive: true });
  await writeFile(join(place.data, 'database'), 'seeded');
  await writeFile(place.poolFile, '{}');
  return made;
}

async function javaHome(place: string, name: string, version: string): Promise<string> {
  const home = join(place, name);
  await mkdir(join(home, 'bin'), { recursive: true });
  const executable = join(home, 'bin', process.platform === 'win32' ? 'java.exe' : 'java');
  await writeFile(executable, '');
  await chmod(executable, 0o755);
  await writeFile(join(home, 'release'), `JAVA_VERSION="${version}"\n`);
  return home;
}

it('takes the newest Java, wherever it was found', async () => {
  const usual = await fresh('usual');
  const named = await javaHome(await fresh('named'), 'jdk', '17.0.15');
  const newest = await javaHome(usual, 'newest', '25.0.3');
  await javaHome(usual, 'between', '21.0.9');
  const onPath = await javaHome(await fresh('path'), 'jdk', '9.0.4');
  const found = await findJava({ JAVA_HOME: named, PATH: join(onPath, 'bin') }, [usual]);
  expect(found).toMatchObject({ home: newest, major: 25 });
});

it('finds no Java where there is none, or only an old one', async () => {
  const usual = await fresh('usual');
  await javaHome(usual, 'old', '11.0.22');
  expect(await findJava({ PATH: '' }, [usual])).toBeUndefined();
});

it('says what to do when the named folder holds no distribution', async () => {
  const found = await findDistribution(folder, await fresh('empty'));
  expect(found).toMatchObject({ found: false, remedy: expect.stringContaining('TEMPERED_KEYCLOAK_HOME') });
});

it('copies a named distribution without the state that its use has left', async () => {
  const home = await fresh('home');
  for (const path of ['data/h2', 'lib/quarkus', 'lib/lib']) await mkdir(join(home, path), { recursive: true });
  await writeFile(join(home, 'version.txt'), 'Keycloak - Version 26.7.1\n');
  for (const file of ['lib/quarkus-run.jar', 'lib/lib/a.jar', 'data/h2/db', 'lib/quarkus/built']) await writeFile(join(home, file), file);
  const found = await findDistribution(folder, home);
  if (!found.found) throw new Error(found.why);
  const distribution = await found.open();
  const placed = join(folder, 'placed');
  await distribution.place(placed, () => {});
  expect(distribution.version).toBe('26.7.1');
  expect(await readFile(join(placed, 'lib/lib/a.jar'), 'utf8')).toBe('lib/lib/a.jar');
  await expect(stat(join(placed, 'data'))).rejects.toThrow('ENOENT');
  await expect(stat(join(placed, 'lib/quarkus'))).rejects.toThrow('ENOENT');
});

it('tells a changed distribution from the one before', async () => {
  const home = await fresh('home');
  await mkdir(join(home, 'lib'));
  await writeFile(join(home, 'version.txt'), '26.7.3');
  await writeFile(join(home, 'lib/quarkus-run.jar'), 'one');
  const fingerprint = async () => {
    const found = await findDistribution(folder, home);
    return found.found ? (await found.open()).fingerprint : '';
  };
  const before = await fingerprint();
  expect(await fingerprint()).toBe(before);
  await writeFile(join(home, 'lib/quarkus-run.jar'), 'other');
  expect(await fingerprint()).not.toBe(before);
});

it('writes zips that a reader of zips reads back', async () => {
  const file = fc.record({ name: fc.stringMatching(/^[a-z]{1,12}(\/[a-zé]{1,12})?$/), content: fc.uint8Array({ maxLength: 200 }) });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(file, { selector: ({ name }) => name, maxLength: 6 }), async (files) => {
      const zip = await fromBufferPromise(storedZip(files.map(({ name, content }) => ({ name, content: Buffer.from(content) }))));
      const read: { name: string; content: Uint8Array }[] = [];
      for await (const entry of zip.eachEntry()) {
        const content = await buffer(await zip.openReadStreamPromise(entry));
        expect(entry.crc32).toBe(crc32(content));
        read.push({ name: entry.fileName, content: new Uint8Array(content) });
      }
      expect(read).toEqual(files.map(({ name, content }) => ({ name, content: new Uint8Array(content) })));
    }),
  );
});

it('unpacks below the archive’s top folder and keeps its time stamps', async () => {
  const place = await fresh('zip');
  await writeFile(join(place, 'a.zip'), storedZip([{ name: 'top/lib/a.txt', content: Buffer.from('a') }]));
  await unpack(join(place, 'a.zip'), join(place, 'out'));
  expect(await readFile(join(place, 'out/lib/a.txt'), 'utf8')).toBe('a');
  expect((await stat(join(place, 'out/lib/a.txt'))).mtime.getFullYear()).toBe(1980);
});

it('uses no snapshot that was not finished', async () => {
  const store = await fresh('store');
  const made = await filled(store, 'key');
  expect(await findSnapshot(store, 'key', () => {})).toBeUndefined();
  await publish(made, { movesClock: true, archive: 'classes.aot' });
  expect(await findSnapshot(store, 'key', () => {})).toMatchObject({ folder: made, movesClock: true, archive: 'classes.aot' });
  expect(await findSnapshot(store, 'other', () => {})).toBeUndefined();
});

it('uses no damaged and no discarded snapshot', async () => {
  const store = await fresh('store');
  const told: string[] = [];
  const made = await filled(store, 'key');
  await publish(made, { movesClock: false });
  await writeFile(join(made, 'data', 'database'), 'torn');
  expect(await findSnapshot(store, 'key', (message) => void told.push(message))).toBeUndefined();
  expect(told).toHaveLength(1);
  const other = await filled(store, 'key');
  await publish(other, { movesClock: false });
  await discard(other);
  expect(await findSnapshot(store, 'key', () => {})).toBeUndefined();
});

it('takes an unreadable marker for none', async () => {
  const store = await fresh('store');
  await writeFile(join(await filled(store, 'key'), 'made.json'), '{"made":');
  expect(await findSnapshot(store, 'key', () => {})).toBeUndefined();
});

it('lets one maker in at a time; the others wait', async () => {
  const store = await fresh('store');
  let inside = 0;
  let waited = 0;
  const bothWait = Promise.withResolvers<void>();
  const make = () =>
    makingAlone(
      store,
      'key',
      () => {
        waited += 1;
        if (waited === 2) bothWait.resolve();
      },
      async () => {
        inside += 1;
        expect(inside).toBe(1);
        await bothWait.promise;
        inside -= 1;
      },
    );
  await Promise.all([make(), make(), make()]);
  expect(waited).toBe(2);
}, 20_000);

it('gives the server nothing of the caller’s environment that could change what is tested', () => {
  const names = Object.keys(cleanEnvironment({ KC_CACHE: 'local' })).toSorted();
  const known = ['KC_CACHE', 'LANG', 'PATH', 'SystemDrive', 'SystemRoot', 'windir'];
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
});

it('sends every call of the server through the exit, on a connection of its own', () => {
  const options = startOptions(
    { publicOrigin: new URL('https://idp.acme.test'), httpHost: '127.0.0.1', httpPort: 0 },
    { exit: { host: '127.0.0.1', port: 3128 }, truststoreFile: '/a.pem' },
  );
  expect(options).toContain('--spi-connections-http-client--default--proxy-mappings=.*;http://127.0.0.1:3128');
  expect(options).toContain('--spi-connections-http-client--default--reuse-connections=false');
});

it('shows pages without looks only where nobody looks at them', () => {
  const place = { publicOrigin: new URL('https://idp.acme.test'), httpHost: '127.0.0.1', httpPort: 0 };
  const use = { exit: { host: '127.0.0.1', port: 3128 }, truststoreFile: '/a.pem' };
  const plain = '--spi-theme--default=base';
  expect(startOptions(place, { ...use, plainPages: true })).toContain(plain);
  for (const options of [startOptions(place), startOptions(place, use), startOptions(place, { ...use, plainPages: false })])
    expect(options).not.toContain(plain);
});

it('gives the same ids for the same realm, and others for another', () => {
  const noKeys = { signingKeyPem: '', encryptionKeyPem: '', hmac: { kid: '', secret: '' }, aes: { kid: '', secret: '' } };
  expect(realmRepresentation(1, noKeys)).toEqual(realmRepresentation(1, noKeys));
  expect(realmRepresentation(1, noKeys).id).not.toBe(realmRepresentation(2, noKeys).id);
  expect(fixedId('w1', 'realm')).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
});

it('names every difference between two states, and no value', () => {
  const state: RealmState = {
    realm: { enabled: true },
    clients: [{ id: 'c', secret: 'one' }],
    clientScopes: [{ id: 's', protocolMappers: ['email'] }],
    users: [],
    keyComponents: [{ id: 'k' }],
    sessions: 0,
  };
  const other: RealmState = {
    realm: { enabled: false },
    clients: [{ id: 'c', secret: 'two' }],
    clientScopes: [{ id: 's', protocolMappers: [] }],
    users: [{ id: 'u' }],
    keyComponents: [],
    sessions: 2,
  };
  expect(differences(state, state)).toEqual([]);
  expect(differences(state, other)).toEqual([
    'realm, field enabled',
    'clients: c, field secret',
    'clientScopes: s, field protocolMappers',
    'users: u was added',
    'keyComponents: k is missing',
    'sessions (2 instead of 0)',
  ]);
});

/** Which image a container starts from, and what happens to a prepared one that is no good. Skipped, with the reason, where no container can run. */
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publicIdpOrigin } from '../harness/fixtures/fixtures.ts';
import type { StartOptions } from '../harness/idp/driver.ts';
import { clockJar } from '../harness/idp/keycloak/clock-jar.ts';
import { isElsewhere, withEngine } from '../harness/idp/keycloak-container/engine.ts';
import { chooseImage, ownImage, publicImage } from '../harness/idp/keycloak-container/image.ts';
import { keycloakContainer } from '../harness/idp/keycloak-container/index.ts';
import { removeSnapshot, snapshotName, snapshotRepository } from '../harness/idp/keycloak-container/snapshot.ts';
import { type OpenLease, openLease } from '../harness/lease/index.ts';

const usable = await keycloakContainer.usable();
const cacheFolder = join(tmpdir(), `tempered-contract-cache-${process.getuid?.() ?? 'user'}`);

test('knows an engine on another machine by its address', () => {
  expect(['tcp://10.1.2.3:2375', 'ssh://me@build.test', 'tcp://engine.test:2376'].map(isElsewhere)).toEqual([true, true, true]);
  expect([undefined, '', 'unix:///var/run/docker.sock', 'tcp://127.0.0.1:2375', 'npipe:////./pipe/docker_engine'].map(isElsewhere)).toEqual(
    Array(5).fill(false),
  );
});

if (!usable.yes) {
  console.warn(`prepared Keycloak images are not tested here: ${usable.why}. To have them tested: ${usable.remedy}`);
  test.skip(`prepared Keycloak images: ${usable.why}`, () => {});
} else {
  describe('the image that a container starts from', choice);
  describe('a prepared image', preparation);
}

function choice() {
  test('is the public one, or the one built here when that cannot be had', async () => {
    const chosen = await chooseImage();
    expect([publicImage, ownImage]).toContain(chosen.image);
    if (chosen.image === ownImage) expect(chosen).toMatchObject({ present: true, detail: expect.stringContaining('not the official one') });
  });

  test('is the named one or none: a missing one is told with its reason and remedy, in under two seconds', async () => {
    const before = performance.now();
    const named = 'registry.invalid/keycloak:0.0.0';
    expect(await keycloakContainer.usable({ image: named })).toEqual({
      yes: false,
      why: expect.stringMatching(/^the image registry\.invalid\/keycloak:0\.0\.0 is not present and cannot be pulled: \S/),
      remedy: expect.stringContaining(`docker pull ${named}`),
    });
    expect(performance.now() - before).toBeLessThan(2_000);
  });
}

/** An image that differs from the chosen one in a label only, so that what is prepared from it is this test's alone. */
async function imageOfItsOwn(): Promise<string> {
  const chosen = await chooseImage();
  return withEngine(async (docker) => {
    const container = await docker.createContainer({ Image: chosen.image ?? '' });
    const name = `tempered/keycloak-test:${process.pid}`;
    await container.commit({ repo: 'tempered/keycloak-test', tag: `${process.pid}`, changes: `LABEL test.tempered.test=${process.pid}` });
    await container.remove();
    return name;
  });
}

const removeImage = (name: string) => withEngine((docker) => docker.getImage(name).remove({ force: true })).catch(() => {});

function preparation() {
  const images: string[] = [];
  let lease: OpenLease;

  beforeEach(async () => {
    await mkdir(cacheFolder, { recursive: true });
    lease = await openLease({ cacheFolder });
    await writeFile(join(lease.runFolder, 'authority.pem'), '');
  });

  afterEach(async () => {
    for (const name of images.splice(0)) await removeImage(name);
    await lease.close();
  });

  test('that two runs forget at the same time is forgotten, and neither run breaks', async () => {
    const image = await imageOfItsOwn();
    const name = `${snapshotRepository}:test-${process.pid}`;
    images.push(name, image);
    const id = await withEngine(async (docker) => {
      await docker.getImage(image).tag({ repo: snapshotRepository, tag: `test-${process.pid}` });
      return (await docker.getImage(name).inspect()).Id;
    });
    await Promise.all(Array.from({ length: 4 }, () => removeSnapshot({ name, id })));
    await expect(withEngine((docker) => docker.getImage(name).inspect())).rejects.toMatchObject({ statusCode: 404 });
  }, 60_000);

  test('that does not start is made again, once for two runs at the same time, and both run from it', async () => {
    const image = await imageOfItsOwn();
    const version = usable.yes ? usable.version : '';
    const name = await snapshotName({ image, version }, await clockJar(cacheFolder, () => {}));
    images.push(name, image);
    // What was never built and seeded cannot be started as if it were.
    const tag = name.slice(snapshotRepository.length + 1);
    await withEngine((docker) => docker.getImage(image).tag({ repo: snapshotRepository, tag }));

    const told: string[] = [];
    const start = () => keycloakContainer.start(optionsOf(lease, image, told));
    const [one, other] = await Promise.all([start(), start()]);
    try {
      expect(await Promise.all([one.answers(), other.answers()])).toEqual([true, true]);
      expect(told.filter((line) => line.includes('made again'))).toHaveLength(2);
      expect(told.filter((line) => line.startsWith('preparing'))).toHaveLength(1);
      const [first, second] = await Promise.all([one.realm(1), other.realm(1)]);
      await first.rotateClientSecret();
      expect(await second.clientSecretIsAccepted(second.relyingParty.clientSecret)).toBe(true);
    } finally {
      await Promise.all([one.stop(), other.stop()]);
    }
  }, 600_000);
}

const optionsOf = (lease: OpenLease, image: string, told: string[]): StartOptions => ({
  publicOrigin: new URL(publicIdpOrigin),
  realms: 1,
  seed: 12,
  exit: { host: '127.0.0.1', port: 9 },
  authorityPemFile: join(lease.runFolder, 'authority.pem'),
  runFolder: lease.runFolder,
  cacheFolder,
  image,
  lease,
  progress: (message) => void told.push(message),
});

/** Keycloak in a real container: the contract of every driver, and what is particular to containers. Skipped, with the reason, where no container can run. */
import { mkdir, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicIdpOrigin } from '../harness/fixtures/fixtures.ts';
import type { RunningIdp, StartOptions } from '../harness/idp/driver.ts';
import { loopbackRequest } from '../harness/idp/keycloak/loopback-request.ts';
import { withEngine } from '../harness/idp/keycloak-container/engine.ts';
import { bridgeAddress, keycloakContainer } from '../harness/idp/keycloak-container/index.ts';
import { type OpenLease, openLease } from '../harness/lease/index.ts';
import { idpDriverContract } from './contract/idp-driver.ts';

const usable = await keycloakContainer.usable();
const cacheFolder = join(tmpdir(), `tempered-contract-cache-${process.getuid?.() ?? 'user'}`);

if (!usable.yes) {
  console.warn(`keycloak-container is not tested here: ${usable.why}. To have it tested: ${usable.remedy}`);
  test.skip(`keycloak-container: ${usable.why}`, () => {});
} else {
  const exitHost = await bridgeAddress();
  idpDriverContract(keycloakContainer, { cacheFolder, ...(exitHost === undefined ? {} : { exitHost }) });
  describe('Keycloak in a container', particulars);
}

function particulars() {
  let idp: RunningIdp;
  let lease: OpenLease;
  const leased: string[] = [];

  beforeAll(async () => {
    await mkdir(cacheFolder, { recursive: true });
    lease = await openLease({ cacheFolder });
    await writeFile(join(lease.runFolder, 'authority.pem'), '');
    idp = await keycloakContainer.start(optionsOf(lease, leased));
  }, 600_000);

  afterAll(async () => {
    await idp?.stop();
    await lease?.close();
  }, 60_000);

  const inspect = () => withEngine((docker) => docker.getContainer(leased.at(-1) ?? 'none').inspect());

  test('is published on 127.0.0.1 and on no other address of this machine', async () => {
    const { NetworkSettings, HostConfig } = await inspect();
    const bindings = Object.values(NetworkSettings.Ports).flatMap((published) => published ?? []);
    expect(bindings).toEqual([{ HostIp: '127.0.0.1', HostPort: String(idp.upstream().port) }]);
    expect(HostConfig.PublishAllPorts).toBe(false);
    const others = Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).map(({ address }) => address));
    for (const address of others.filter((each) => each !== '127.0.0.1')) {
      expect(await connects(address, idp.upstream().port), `a connection to ${address}`).toBe(false);
    }
    expect(await connects('127.0.0.1', idp.upstream().port)).toBe(true);
  });

  test('shows no secret to who inspects the container or its image', async () => {
    const { Config, Image } = await inspect();
    const image = await withEngine((docker) => docker.getImage(Image).inspect());
    const shown = JSON.stringify([Config, image.Config, image.Comment]);
    expect(shown).not.toMatch(/BOOTSTRAP|SECRET|PASSWORD|PRIVATE KEY/i);
  });

  test('runs no code that is sent to it', async () => {
    const answer = await loopbackRequest(idp.upstream(), { method: 'POST', path: '/realms/master/testing-run-on-server' });
    expect(answer.status).toBe(404);
  });

  test('finds no name by itself', async () => {
    const { HostConfig } = await inspect();
    expect(HostConfig.Dns).toEqual(['127.0.0.1']);
  });

  test('leases every container before it runs, and leaves none after it was stopped or killed', async () => {
    await idp.kill();
    await idp.restart();
    await idp.stop();
    expect(leased.length).toBeGreaterThanOrEqual(2);
    const left = await withEngine((docker) => docker.listContainers({ all: true }));
    expect(left.filter(({ Id }) => leased.includes(Id))).toEqual([]);
    await idp.restart();
    expect(await idp.answers()).toBe(true);
  }, 120_000);

  test('is stopped and killed while it hangs', async () => {
    await idp.hang?.();
    await idp.kill();
    expect(await idp.answers()).toBe(false);
    await idp.restart();
    await idp.hang?.();
    await idp.stop();
    await idp.restart();
    expect(await idp.answers()).toBe(true);
  }, 120_000);
}

const optionsOf = (lease: OpenLease, leased: string[]): StartOptions => ({
  publicOrigin: new URL(publicIdpOrigin),
  realms: 1,
  seed: 11,
  exit: { host: '127.0.0.1', port: 9 },
  authorityPemFile: join(lease.runFolder, 'authority.pem'),
  runFolder: lease.runFolder,
  cacheFolder,
  lease: {
    process: lease.process,
    folder: lease.folder,
    container: (id) => {
      leased.push(id);
      lease.container(id);
    },
  },
  progress: () => {},
});

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 1_000 });
    const done = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket
      .on('connect', () => done(true))
      .on('error', () => done(false))
      .on('timeout', () => done(false));
  });
}

/** How long until Keycloak is ready: from the prepared snapshot, against a plain first start of the same distribution or image. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAuthority } from '../harness/authority/authority.ts';
import { networks, publicIdpOrigin } from '../harness/fixtures/fixtures.ts';
import { type IdpDriver, probeDriver, type StartOptions } from '../harness/idp/index.ts';
import { keycloakContainer } from '../harness/idp/keycloak-container/index.ts';
import { keycloakJvm } from '../harness/idp/keycloak-jvm/index.ts';
import { startExit } from '../harness/network/exit.ts';
import { nameTable } from '../harness/network/names.ts';
import { cacheFolder } from '../harness/setup/cache-folder.js';
import { type Bench, type Figure, type Reading, roundsOf } from './figure.ts';
import { compared, durationMs, interleaved, type Sampling } from './interleaved.ts';
import { leased } from './leased.ts';
import { plainContainerStart } from './plain-container-start.ts';
import { plainJvmStart } from './plain-jvm-start.ts';

const most = 1 / 4;
const note =
  'ours: from the call of the driver (integrity check of the snapshot included) to the first 200 of a seeded realm’s discovery document; ' +
  'the peer: start-dev of an untouched copy with no data, from the start of its process or container to the first 200 of the master realm’s, since a first start has no other realm (it imports none: easier for the peer)';

export const idpReady: Figure = {
  name: 'idp-ready',
  question: 'Keycloak from its snapshot against a plain first start-dev, with the same driver',
  run: async (bench) => [
    ...(await ready(bench, keycloakJvm, plainJvmStart)),
    ...(bench.quick ? [leftOut] : await ready(bench, keycloakContainer, plainContainerStart)),
  ],
};

const leftOut: Reading = { what: 'keycloak-container', notMeasured: 'left out by --quick' };

/** A plain first start: resolves to the milliseconds until it was ready, when nothing of it is left. */
export type PlainStart = (options: StartOptions) => Promise<number>;

async function ready(bench: Bench, driver: IdpDriver, plain: PlainStart): Promise<readonly Reading[]> {
  const usable = await probeDriver(driver);
  if (!usable.yes) return [{ what: driver.name, notMeasured: `${usable.why}; to use it: ${usable.remedy}` }];
  if (process.platform === 'win32') return [{ what: driver.name, notMeasured: 'the plain start is not written for Windows' }];
  return onGround(bench, async (options) => {
    const fromSnapshot: Sampling = async () => {
      const startedAt = performance.now();
      const idp = await driver.start(options);
      const tookMs = performance.now() - startedAt;
      await idp.stop();
      return tookMs / 1000;
    };
    bench.progress(`${driver.name} ${usable.version}, ${usable.detail}: warm-up, which makes the snapshot when there is none`);
    bench.progress(`${driver.name}: warm-up took ${((await durationMs(fromSnapshot)) / 1000).toFixed(1)} s`);
    const sides = { ours: fromSnapshot, peer: async () => (await plain(options)) / 1000 };
    const pairs = await interleaved(sides, {
      rounds: roundsOf(bench, { usual: 2, quick: 1 }),
      warmUps: 0,
      progress: bench.progress,
      what: `${driver.name}, seconds from the snapshot and plain`,
    });
    return compared(pairs, { ours: `${driver.name} from snapshot`, peer: 'first start-dev', unit: 's', target: { atMost: most }, note });
  });
}

/** What a driver needs to start: a way out, an authority, folders, a lease. */
const onGround = <Result>({ seed, progress }: Bench, work: (options: StartOptions) => Promise<Result>): Promise<Result> =>
  leased(async (lease) => {
    const { runFolder } = lease;
    const authority = await createAuthority({ name: 'Tempered run authority' });
    const authorityPemFile = join(runFolder, 'authority.pem');
    await writeFile(authorityPemFile, authority.certificatePem);
    const exit = await startExit({ network: 'idp', sourceAddress: networks.idp, names: nameTable() });
    try {
      return await work({
        publicOrigin: new URL(publicIdpOrigin),
        realms: 1,
        seed,
        exit: { host: exit.host, port: exit.port },
        authorityPemFile,
        runFolder,
        cacheFolder: cacheFolder(),
        lease,
        progress,
      });
    } finally {
      await exit.close();
    }
  });

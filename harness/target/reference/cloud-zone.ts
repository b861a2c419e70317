/** The isolated cloud as a zone: its stores, its audit log, its way out, and the system's own start function over them. */
import { join } from 'node:path';
import {
  dnsText,
  provisionCloud,
  type RunningCloud,
  type SqliteStore,
  smtpMail,
  sqliteStore,
  startIsolatedCloud,
} from '../../../system/index.ts';
import { hosts } from '../../fixtures/fixtures.ts';
import { opening } from '../../network/opener.ts';
import { seededRandom } from '../../ports/seeded-random.ts';
import { knownKeys } from './known-keys.ts';
import { type ReferencePolicy, releasedPolicy } from './policy.ts';
import type { CloudSetup, CloudZone, StoreImages, Surroundings } from './zone.ts';
import { openZoneAudit } from './zone-audit.ts';

/** Opens stores and audit log; nothing listens before `start`. */
export async function openCloudZone(
  setup: CloudSetup,
  surroundings: Surroundings,
  policy: Pick<ReferencePolicy, 'cloud' | 'outbound'> = releasedPolicy,
): Promise<CloudZone> {
  const { clock, log, observer } = surroundings;
  const stores = openStores(setup.storeFolder);
  const audit = await openZoneAudit(setup.auditFile, surroundings);
  const random = seededRandom(setup.chance.seed, setup.chance.label);
  const outbound = policy.outbound(
    { egress: setup.egress, trustPem: setup.trustPem, zone: 'isolated', clock },
    { observer, opens: (work) => opening('system:outbound', work) },
  );
  const mail = smtpMail({ ...setup.mail, from: `alarms@${hosts.admin}` }, (work) => opening('system:mail', work));
  const { trail } = audit;
  const names = dnsText({ servers: [setup.nameServer], random }, { opens: (work) => opening('system:names', work) });
  const ports = {
    clock,
    random,
    log,
    outbound,
    mail,
    dnsText: names,
    stores,
    audit,
    trail,
    opens: <Result>(work: () => Result) => opening('system:hop', work),
  };
  const keys = knownKeys();
  let running: RunningCloud | undefined;
  const stop = async (): Promise<void> => {
    await running?.stop();
    running = undefined;
  };
  return {
    provision: (provisioning) => provisionCloud(provisioning, ports),
    start: async () => {
      running = await startIsolatedCloud(setup.config, { ...ports, keys: keys.maker }, policy.cloud);
      return { ingress: running.ingress, desk: running.desk };
    },
    services: async () => running?.services ?? {},
    signingKey: keys.last,
    doors: async () => (running?.doors ?? []).map(({ at, accepts, address, port }) => ({ at, accepts, address, port })),
    routes: async () => running?.routes.current() ?? [],
    replaceRoutes: async (rows) => {
      if (running === undefined) throw new TypeError('the cloud has not been started');
      const judged = await running.routes.replace(rows);
      return { problems: judged.accepted ? [] : judged.problems, reference: judged.reference };
    },
    shut: async (part) => {
      for (const door of running?.doors ?? []) if (door.at === part) await door.shut();
    },
    images: async () => imagesOf(stores),
    restore: async (images) => restore(stores, images),
    stop,
    close: async () => {
      await stop();
      await audit.close();
      for (const store of Object.values(stores)) store.close();
    },
  };
}

/** Each part's own (S12). */
function openStores(folder: string | undefined) {
  const open = (name: string): SqliteStore => sqliteStore(folder === undefined ? ':memory:' : join(folder, `${name}.sqlite`));
  return { identity: open('identity'), settings: open('settings'), products: open('products'), breakGlass: open('break-glass') };
}

type Stores = Readonly<Record<string, SqliteStore>>;

const imagesOf = (stores: Stores): StoreImages => Object.fromEntries(Object.entries(stores).map(([name, store]) => [name, store.image()]));

function restore(stores: Stores, images: StoreImages): void {
  for (const [name, store] of Object.entries(stores)) {
    const image = images[name];
    if (image === undefined) throw new TypeError(`there is no image of the store ${name}`);
    store.restore(image);
  }
}

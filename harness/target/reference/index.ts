/** The reference implementation as a target: a whole system of one world, provisioned once, returned to that state before every act. */
import { attestationAuthority, type Hardware, startHrFeed, startMailbox, startNameServer, testModelAaguid } from '../../../fakes/index.ts';
import { profileDepartures } from '../../../system/index.ts';
import { samlKeys } from '../../authority/saml-keys.ts';
import { hosts } from '../../fixtures/fixtures.ts';
import { seededRandom } from '../../ports/seeded-random.ts';
import type { ListedRoute } from '../operations.ts';
import type { Target } from '../target.ts';
import { type Anchors, createAnchors } from './anchors.ts';
import { issueCredentials } from './credentials.ts';
import { insideOf } from './inside.ts';
import { type OpenLaunchpad, openLaunchpad } from './launchpad.ts';
import { operationsOf } from './operations.ts';
import type { ReferenceOptions } from './options.ts';
import { releasedPolicy } from './policy.ts';
import { auditRecords, type Records } from './records.ts';
import { samlSideOf } from './saml-side.ts';
import { provisioning, zoneSetups } from './setup.ts';
import { type Surroundings, type ZoneName, type ZoneSetups, zoneNames } from './zone.ts';
import { closeZones, type OpenZones, startZones, stopZones } from './zones.ts';
import { openZonesApart } from './zones-apart.ts';
import { openZonesHere } from './zones-here.ts';

export type { ReferenceOptions } from './options.ts';
export { type ReferencePolicy, releasedPolicy } from './policy.ts';
export { profileDepartures };

export type ReferenceTarget = Target & {
  /** Keeps the stores as they are now: the state to which `reset` returns. */
  seal(): Promise<void>;
  settled(): Promise<void>;
  restart(): Promise<void>;
  readonly zones: readonly ZoneName[];
  /** Processes of zones that ended although nobody asked them to, in words. */
  readonly deaths: readonly string[];
  /** Of the zones that have a process of their own. */
  readonly processIds: OpenZones['processIds'];
  readonly auditTexts: Records['texts'];
  /** Every route table that was ever in force, as it was read back from the cloud. */
  readonly routeTables: readonly (readonly ListedRoute[])[];
  readonly auditFiles: Readonly<Record<string, string>>;
  readonly mailboxUrl: string;
  readonly hrFeed: NonNullable<Target['hrFeed']>;
  readonly startPage: OpenLaunchpad;
  /** What break-glass accounts register: its attestation chains to the root that this target accepts. */
  readonly listedHardware: Hardware;
  close(): Promise<void>;
};

/** Provisions (break-glass accounts first) and starts. Nobody has registered a key yet: the caller does, and then calls `seal`. When it does not start, nothing of it is left. */
export async function startReferenceTarget(options: ReferenceOptions): Promise<ReferenceTarget> {
  const { clock, chance, names } = options;
  const mailbox = await startMailbox({ now: clock.now });
  const hrFeed = await startHrFeed(await options.authority.leafFor(hosts.hr));
  names.set(hosts.hr, hrFeed);
  const nameServer = await startNameServer();
  const launchpad = await openLaunchpad(options);
  const makerOf = (label: string) =>
    attestationAuthority({ random: seededRandom(chance.seed, `${chance.label} ${label}`), nowMs: clock.now() });
  const maker = await makerOf('attestation');
  const credentials = await issueCredentials(options.authority, options.workloads);
  const setups = zoneSetups(options, {
    credentials,
    hardwareRootPem: maker.rootPem,
    mail: mailbox.smtp,
    nameServer: `${nameServer.address}:${nameServer.port}`,
    storesInFiles: options.processes !== undefined,
  });
  const anchors = createAnchors();
  const zones = await openZones(options, setups, anchors);
  const close = async (): Promise<void> => {
    await closeZones(zones);
    await mailbox.close();
    await hrFeed.close();
    await nameServer.close();
    await launchpad.close();
  };
  const ownSamlKeys = await samlKeys();
  const routeTables: (readonly ListedRoute[])[] = [];
  try {
    await zones.cloud.provision({ ...provisioning(options.realm), samlKeys: ownSamlKeys });
    await startZones(zones, names);
    routeTables.push(await zones.cloud.routes());
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
  let sealed = await zones.cloud.images();
  const records = auditRecords(zoneNames.map((zone) => ({ name: zone, file: setups[zone].auditFile, anchors: () => anchors.of(zone) })));
  /** Stopped, and every process alive. */
  const halt = async (): Promise<void> => {
    await stopZones(zones);
    await zones.revive();
  };
  return {
    name: 'reference',
    origins: {
      login: new URL(`https://${hosts.login}`),
      admin: new URL(`https://${hosts.admin}`),
      tracker: new URL(`https://${hosts.tracker}`),
      wiki: new URL(`https://${hosts.wiki}`),
    },
    reset: async () => {
      await halt();
      await clock.reset();
      mailbox.clear();
      hrFeed.clear();
      nameServer.clear();
      launchpad.clear();
      await zones.cloud.restore(sealed);
      await startZones(zones, names);
    },
    restart: async () => {
      await halt();
      await startZones(zones, names);
    },
    seal: async () => {
      sealed = await zones.cloud.images();
    },
    settled: zones.settled,
    zones: zoneNames,
    deaths: zones.deaths,
    processIds: zones.processIds,
    issueRegistrationLink: (account) => zones.desk.issueLink({ account, operator: 'desk-operator' }),
    decision: records.withReference,
    auditRecords: records.all,
    verifyAudit: records.verify,
    auditTexts: records.texts,
    routeTables,
    auditFiles: Object.fromEntries(zoneNames.map((zone) => [zone, setups[zone].auditFile])),
    mailbox: { messages: async (address) => mailbox.messages(address) },
    hrFeed,
    names: nameServer,
    startPage: launchpad,
    mailboxUrl: mailbox.url,
    inside: insideOf({
      cloud: zones.cloud,
      ingress: credentials.workload.ingress,
      random: seededRandom(chance.seed, `${chance.label} inside`),
    }),
    operations: operationsOf({
      cloud: zones.cloud,
      workloads: options.workloads,
      credentials,
      records: records.all,
      inForce: (rows) => void routeTables.push(rows),
    }),
    saml: samlSideOf(zones.cloud, ownSamlKeys),
    listedHardware: {
      ...(await maker.model(testModelAaguid)),
      makers: { listed: maker, other: () => makerOf('attestation of another maker') },
    },
    clock,
    close,
  };
}

function openZones(options: ReferenceOptions, setups: ZoneSetups, anchors: Anchors): Promise<OpenZones> {
  const { clock, log, observer, processes, policy } = options;
  const surroundingsOf = (zone: ZoneName): Surroundings => ({
    clock,
    log,
    observer,
    audited: anchors.ofNewLife(zone),
  });
  if (processes === undefined) return openZonesHere(setups, surroundingsOf, policy ?? releasedPolicy);
  // A rule is a function, and no function crosses to another process: nor does a planted defect (S6).
  if (policy !== undefined && policy !== releasedPolicy)
    throw new TypeError('zones in processes of their own run the released policy only');
  return openZonesApart(setups, { ...processes, clock, surroundingsOf });
}

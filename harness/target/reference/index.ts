/** The reference implementation as a target: a whole system of one world, provisioned once, returned to that state before every act. */
import type { Hardware } from '../../../fakes/index.ts';
import { breakGlassPasswordRefusal, profileDepartures } from '../../../system/index.ts';
import { samlKeys } from '../../authority/saml-keys.ts';
import { hosts } from '../../fixtures/fixtures.ts';
import { seededRandom } from '../../ports/seeded-random.ts';
import type { ListedRoute } from '../operations.ts';
import type { Target } from '../target.ts';
import { type Anchors, createAnchors } from './anchors.ts';
import { issueCredentials } from './credentials.ts';
import { listedHardware } from './hardware.ts';
import { insideOf } from './inside.ts';
import type { OpenLaunchpad } from './launchpad.ts';
import { type Life, lifeOf } from './life.ts';
import { operationsOf } from './operations.ts';
import type { ReferenceOptions } from './options.ts';
import { sidesOf, startOthers } from './others.ts';
import { releasedPolicy } from './policy.ts';
import { auditRecords, type Records } from './records.ts';
import { samlSideOf } from './saml-side.ts';
import { provisioning, zoneSetups } from './setup.ts';
import { type Surroundings, type ZoneName, type ZoneSetups, zoneNames } from './zone.ts';
import { closeZones, type OpenZones, startZones } from './zones.ts';
import { openZonesApart } from './zones-apart.ts';
import { openZonesHere } from './zones-here.ts';

export type { ReferenceOptions } from './options.ts';
export { type ReferencePolicy, releasedPolicy } from './policy.ts';
export { breakGlassPasswordRefusal, profileDepartures };

export type ReferenceTarget = Target &
  Life & {
    settled(): Promise<void>;
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

const origins: Target['origins'] = {
  login: new URL(`https://${hosts.login}`),
  admin: new URL(`https://${hosts.admin}`),
  tracker: new URL(`https://${hosts.tracker}`),
  wiki: new URL(`https://${hosts.wiki}`),
};

/** Provisions (break-glass accounts first) and starts. Nobody has registered a key yet: the caller does, and then calls `seal`. When it does not start, nothing of it is left. */
export async function startReferenceTarget(options: ReferenceOptions): Promise<ReferenceTarget> {
  const { clock, chance, names } = options;
  const others = await startOthers(options);
  const { rootPem, hardware } = await listedHardware(options);
  const credentials = await issueCredentials(options.authority, options.workloads);
  const setups = zoneSetups(options, {
    credentials,
    hardwareRootPem: rootPem,
    mail: others.mailbox.smtp,
    nameServer: `${others.nameServer.address}:${others.nameServer.port}`,
    storesInFiles: options.processes !== undefined,
  });
  const anchors = createAnchors();
  const zones = await openZones(options, setups, anchors);
  const close = async (): Promise<void> => {
    await closeZones(zones);
    await others.close();
  };
  const ownSamlKeys = await samlKeys();
  const routeTables = [
    await begin(zones, options, ownSamlKeys).catch(async (error: unknown) => {
      await close().catch(() => {});
      throw error;
    }),
  ];
  const life = await lifeOf(zones, { others, clock, names });
  const records = auditRecords(zoneNames.map((zone) => ({ name: zone, file: setups[zone].auditFile, anchors: () => anchors.of(zone) })));
  return {
    name: 'reference',
    origins,
    ...life,
    settled: zones.settled,
    zones: zoneNames,
    deaths: zones.deaths,
    processIds: zones.processIds,
    issueRegistrationLink: (account) => zones.desk.issueLink({ account, operator: 'desk-operator' }),
    ...auditSideOf(records, setups),
    routeTables,
    ...sidesOf(others),
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
    listedHardware: hardware,
    clock,
    close,
  };
}

/** The rows of the route table with which it began. */
async function begin(
  zones: OpenZones,
  { realm, names }: ReferenceOptions,
  ownSamlKeys: Awaited<ReturnType<typeof samlKeys>>,
): Promise<readonly ListedRoute[]> {
  await zones.cloud.provision({ ...provisioning(realm), samlKeys: ownSamlKeys });
  await startZones(zones, names);
  return zones.cloud.routes();
}

const auditSideOf = (records: Records, setups: ZoneSetups) => ({
  decision: records.withReference,
  auditRecords: records.all,
  verifyAudit: records.verify,
  auditTexts: records.texts,
  auditFiles: Object.fromEntries(zoneNames.map((zone) => [zone, setups[zone].auditFile])),
});

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

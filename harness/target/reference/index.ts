/** The reference implementation as a target: a whole system of one world, provisioned once, returned to that state before every act. */
import { join } from 'node:path';
import {
  type AttestationAuthority,
  type AuthenticatorModel,
  attestationAuthority,
  startMailbox,
  testModelAaguid,
} from '../../../fakes/index.ts';
import {
  type ChainedAuditLog,
  chainedAuditLog,
  type IsolatedConfigInput,
  type Log,
  type Observer,
  profileDepartures,
  provisionCloud,
  type Random,
  type SqliteStore,
  sqliteStore,
} from '../../../system/index.ts';
import type { Authority } from '../../authority/authority.ts';
import type { WorkloadAuthority } from '../../authority/workload-authority.ts';
import type { Realm } from '../../idp/driver.ts';
import type { NameTable } from '../../network/names.ts';
import { breakGlassAccounts, breakGlassRanges, hosts, idpDomainAllowlist } from '../../world/fixtures.ts';
import type { WorldClock } from '../../world/world-clock.ts';
import type { Target } from '../target.ts';
import { type Credentials, issueCredentials } from './credentials.ts';
import { type ReferencePolicy, releasedPolicy } from './policy.ts';
import { auditRecords, type Records } from './records.ts';
import { type RunningZones, startZones } from './zones.ts';

export { type ReferencePolicy, releasedPolicy } from './policy.ts';
export { profileDepartures };

export type ReferenceOptions = {
  readonly folder: string;
  readonly authority: Authority;
  readonly workloads: WorkloadAuthority;
  readonly realm: Pick<Realm, 'issuer' | 'relyingParty' | 'users'>;
  readonly names: NameTable;
  readonly egress: { readonly address: string; readonly port: number };
  readonly clock: WorldClock;
  readonly random: Random;
  readonly log: Log;
  readonly observer: Observer;
  readonly policy?: ReferencePolicy;
  /** Other ranges than the fixtures'. */
  readonly breakGlassRanges?: readonly string[];
};

export type ReferenceTarget = Target & {
  /** Keeps the stores as they are now: the state to which `reset` returns. */
  seal(): void;
  readonly auditTexts: Records['texts'];
  readonly auditFiles: Readonly<Record<string, string>>;
  readonly mailboxUrl: string;
  /** What break-glass accounts register: its attestation chains to the root that this target accepts. */
  readonly listedHardware: AuthenticatorModel;
  close(): Promise<void>;
};

/** Argon2id at its least: what it costs to guess is judged by the product's defaults, not in every scenario. */
const cheapHashing = { memoryKiB: 1_024, passes: 1, lanes: 1 } as const;

/** Provisions (break-glass accounts first) and starts. Nobody has registered a key yet: the caller does, and then calls `seal`. */
export async function startReferenceTarget(options: ReferenceOptions): Promise<ReferenceTarget> {
  const { clock, random, folder } = options;
  const stores = openStores();
  const logs = await openLogs(folder, clock);
  const mailbox = await startMailbox({ now: clock.now });
  const credentials = await issueCredentials(options.authority, options.workloads);
  const maker = await attestationAuthority({ random, nowMs: clock.now() });
  const config = cloudConfig(credentials, maker, options.breakGlassRanges ?? breakGlassRanges);
  await provisionCloud(provisioning(options.realm), { stores, audit: logs.cloud, random, clock });
  const start = (): Promise<RunningZones> =>
    startZones({
      ...options,
      config,
      credentials,
      stores,
      audit: logs,
      trustPem: options.authority.certificatePem,
      mail: mailbox.smtp,
      policy: options.policy ?? releasedPolicy,
    });
  let zones = await start();
  let sealed = images(stores);
  const records = auditRecords(logs);
  const restart = async (): Promise<void> => {
    await zones.stop();
    zones = await start();
  };
  return {
    name: 'reference',
    origins: {
      login: new URL(`https://${hosts.login}`),
      admin: new URL(`https://${hosts.admin}`),
      tracker: new URL(`https://${hosts.tracker}`),
    },
    reset: async () => {
      await zones.stop();
      clock.reset();
      mailbox.clear();
      for (const [name, store] of Object.entries(stores)) store.restore(sealed[name] ?? new Uint8Array());
      zones = await start();
    },
    restart,
    seal: () => {
      sealed = images(stores);
    },
    issueRegistrationLink: async (account) => void (await zones.desk.issueLink({ account, operator: 'desk-operator' })),
    decision: records.withReference,
    auditRecords: records.all,
    verifyAudit: records.verify,
    auditTexts: records.texts,
    auditFiles: Object.fromEntries(Object.entries(logs).map(([name, log]) => [name, log.file])),
    mailbox: { messages: async (address) => mailbox.messages(address) },
    mailboxUrl: mailbox.url,
    listedHardware: await maker.model(testModelAaguid),
    clock,
    close: async () => {
      await zones.stop();
      await mailbox.close();
      for (const log of Object.values(logs)) await log.close();
      for (const store of Object.values(stores)) store.close();
    },
  };
}

const openStores = () => ({
  identity: sqliteStore(':memory:'),
  settings: sqliteStore(':memory:'),
  products: sqliteStore(':memory:'),
  breakGlass: sqliteStore(':memory:'),
});
const images = (stores: Readonly<Record<string, SqliteStore>>): Readonly<Record<string, Uint8Array>> =>
  Object.fromEntries(Object.entries(stores).map(([name, store]) => [name, store.image()]));

async function openLogs(
  folder: string,
  clock: WorldClock,
): Promise<{ cloud: ChainedAuditLog; edge: ChainedAuditLog; desk: ChainedAuditLog }> {
  const open = (zone: string): Promise<ChainedAuditLog> => chainedAuditLog(join(folder, `audit-${zone}.jsonl`), clock);
  return { cloud: await open('cloud'), edge: await open('edge'), desk: await open('desk') };
}

const cloudConfig = ({ workload }: Credentials, maker: AttestationAuthority, ranges: readonly string[]): IsolatedConfigInput => ({
  cloud: 'acme',
  address: '127.0.0.1',
  hosts: { login: hosts.login, admin: hosts.admin, tracker: hosts.tracker },
  identities: {
    ingress: workload.ingress,
    'authentication-service': workload['authentication-service'],
    'break-glass': workload['break-glass'],
    'admin-hub': workload['admin-hub'],
    tracker: workload.tracker,
  },
  idpDomainAllowlist: [...idpDomainAllowlist],
  breakGlass: {
    ranges: [...ranges],
    authenticators: [{ aaguid: testModelAaguid, name: 'Test model of the attestation fake', rootsPem: [maker.rootPem] }],
    argon2: cheapHashing,
  },
});

const provisioning = ({ issuer, relyingParty, users }: ReferenceOptions['realm']) => ({
  breakGlassAccounts: Object.entries(breakGlassAccounts).map(([name, { email }]) => ({ name, email })),
  idpSettings: { issuer: issuer.href, clientId: relyingParty.clientId, clientSecret: relyingParty.clientSecret },
  orgAdmins: users
    .filter(({ name, subject }) => name === 'ada' && subject !== undefined)
    .map(({ subject = '' }) => ({ issuer: issuer.href, idpSubject: subject })),
});

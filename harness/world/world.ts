/** A worker's own whole system: target, realm, exits, fault proxy, actors and observers, returned to its provisioned state before every act. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cast, createActors, createKeyRing, type KeyRing, type RunBrowser, type TrailStep } from '../actors/index.ts';
import type { Authority } from '../authority/authority.ts';
import type { WorkloadAuthority } from '../authority/workload-authority.ts';
import { createProbe } from '../faults/probe.ts';
import { startFaultProxy } from '../faults/proxy.ts';
import { createHistory, type OpenHistory } from '../history/index.ts';
import type { Lease, RealmUser, RunningIdp } from '../idp/driver.ts';
import { type NameTable, nameTable } from '../network/names.ts';
import type { Need, World } from '../scenario/scenario.ts';
import type { Marker } from '../tap/markers.ts';
import type { NameGuard } from '../tap/name-guard.ts';
import { createSilence, type Heard } from '../tap/silence.ts';
import type { SocketGuard } from '../tap/socket-guard.ts';
import { createTap, type Tap } from '../tap/tap.ts';
import { type ReferencePolicy, type ReferenceTarget, startReferenceTarget } from '../target/reference/index.ts';
import type { Attachment, Mark } from '../verdict/results.ts';
import { type Exits, startExits } from './exits.ts';
import { type FixtureChanges, usersWith } from './fixture-changes.ts';
import { type BreakGlassAccountName, hosts, realmName } from './fixtures.ts';
import { realmInUse } from './realm-in-use.ts';
import { seededRandom } from './seeded-random.ts';
import { systemLog } from './system-log.ts';
import { worldClock } from './world-clock.ts';
import { zoned } from './zoned.ts';

export type WorldOptions = {
  /** 1-based: which worker, and which realm of the pool. */
  readonly index: number;
  readonly seed: number;
  readonly authority: Authority;
  readonly workloads: WorkloadAuthority;
  readonly idp: RunningIdp;
  readonly sockets: SocketGuard;
  readonly nameGuard: NameGuard;
  readonly runFolder: string;
  /** Where screenshots and traces of this run go. */
  readonly attachments: string;
  /** Each zone in a process of its own, leased here. Without it all zones run in this process. */
  readonly processes?: { readonly lease: Pick<Lease, 'process'> };
  /** Another than the released policy: for tests and `prove` only. */
  readonly policy?: ReferencePolicy;
  readonly fixtures?: FixtureChanges;
} & ({ readonly mode: 'wire' } | { readonly mode: 'browser'; readonly browser: RunBrowser });

export type RunningWorld = {
  readonly index: number;
  /** Each zone ran in a process of its own. */
  readonly zonesApart: boolean;
  readonly view: World;
  readonly target: ReferenceTarget;
  readonly names: NameTable;
  readonly exits: Exits;
  readonly users: readonly RealmUser[];
  /** What the holders of break-glass accounts have in hand now. */
  readonly keys: KeyRing;
  readonly history: OpenHistory;
  /** What this world cannot offer. */
  readonly lacks: ReadonlyMap<Need, string>;
  /** Heals that failed: each fails the run. */
  readonly problems: readonly string[];
  readonly tap: Tap;
  readonly answers: readonly TrailStep[];
  secrets(): readonly Marker[];
  logText(): string;
  duringAct: Heard;
  beginScenario(id: string): void;
  operations(): ReturnType<OpenHistory['list']>;
  marks(): readonly Mark[];
  unhealed(problem: string): void;
  reset(): Promise<void>;
  captureFailure(id: string): Promise<readonly Attachment[]>;
  close(): Promise<void>;
};

/** Boots a world and registers the break-glass accounts through the desk's links, as people would. */
export async function startWorld(options: WorldOptions): Promise<RunningWorld> {
  const { index, seed, authority, idp } = options;
  const folder = join(options.runFolder, `world-${index}`);
  await mkdir(folder, { recursive: true });
  const [names, clock, tap, history, log] = [nameTable(), worldClock(), createTap(), createHistory(), systemLog()];
  const exits = await startExits(names);
  const observer = zoned(tap.observer);
  const inUse = realmInUse(await idp.realm(index));
  const { realm } = inUse;
  const { fixtures = {} } = options;
  const users = await usersWith(fixtures, realm);
  const faultProxy = await startFaultProxy({
    host: hosts.idp,
    realm: realmName(index),
    authority,
    names,
    upstream: () => idp.upstream(),
    random: seededRandom(seed, `faults ${index}`).fraction,
    observer,
  });
  const target = await startReferenceTarget({
    folder,
    authority,
    workloads: options.workloads,
    realm,
    names,
    clock,
    chance: { seed, label: `world ${index}` },
    log,
    observer,
    ...(options.processes ? { processes: { ...options.processes, sockets: options.sockets, nameGuard: options.nameGuard } } : {}),
    egress: { address: exits.egress.host, port: exits.egress.port },
    ...(options.policy ? { policy: options.policy } : {}),
    ...(fixtures.breakGlassRanges ? { breakGlassRanges: fixtures.breakGlassRanges } : {}),
  });
  const silence = createSilence({
    hosts: [hosts.idp],
    connections: faultProxy.connections,
    lookups: names.lookups,
    sockets: options.sockets,
    names: options.nameGuard,
  });
  const probe = createProbe({
    exit: exits.probe,
    host: hosts.idp,
    path: `/realms/${realmName(index)}/.well-known/openid-configuration`,
    authorityPem: authority.certificatePem,
  });
  const keys = createKeyRing(fixtures.breakGlassPasswords);
  const answers: TrailStep[] = [];
  const common = {
    target,
    keys,
    exits,
    authorityPem: authority.certificatePem,
    users,
    model: target.listedHardware,
    random: seededRandom(seed, `actors ${index}`),
    record: history.record.bind(history),
    heard: (step: TrailStep) => void answers.push(step),
  };
  const stage = (): Cast =>
    createActors(options.mode === 'browser' ? { ...common, kind: 'browser', browser: options.browser } : { ...common, kind: 'wire' });

  await registerAccounts(target, createActors({ ...common, kind: 'wire' }));
  await target.seal();
  const sealedKeys = keys.snapshot();
  let cast = stage();
  let marks: Mark[] = [];
  let begun = 0;
  let captured = 0;
  const problems: string[] = [];
  const view: World = {
    target,
    realm,
    idp,
    silence,
    faultProxy,
    names,
    probe,
    get actors() {
      return cast.actors;
    },
    mark: (name, note) => void marks.push({ name, atMs: Date.now(), ...(note === undefined ? {} : { note }) }),
  };
  return {
    index,
    zonesApart: options.processes !== undefined,
    view,
    target,
    names,
    exits,
    users,
    keys,
    history,
    tap,
    answers,
    problems,
    lacks: new Map<Need, string>([
      ...(options.mode === 'wire' ? [['browser', 'this run has no browser: it is in wire mode'] as const] : []),
    ]),
    secrets: () => inUse.secrets.map((value) => ({ whose: `realm ${realm.name}`, class: 'client-secret', value })),
    logText: log.text,
    duringAct: silence.since().heard(),
    beginScenario: () => {
      begun = history.list().length;
      marks = [];
    },
    operations: () => history.after(begun),
    marks: () => [...marks],
    unhealed: (problem) => void problems.push(problem),
    reset: async () => {
      await cast.dismiss();
      await inUse.revertIfTouched();
      await target.reset();
      keys.restore(sealedKeys);
      marks = [];
      cast = stage();
    },
    captureFailure: async (id) => {
      captured += 1;
      const part = `${String(index)}-${captured}-${id.replaceAll('/', '.')}`;
      const taken = await cast.captureOnFailure(join(options.attachments, part));
      return taken.map((attachment) => ({ ...attachment, file: `attachments/${part}/${attachment.file}` }));
    },
    close: async () => {
      await cast.dismiss();
      await target.close();
      await faultProxy.close();
      await exits.close();
    },
  };
}

/** Through the desk's mailed links, with the software authenticator: what a world's accounts hold was registered, not planted. */
async function registerAccounts(target: ReferenceTarget, cast: Cast): Promise<void> {
  for (const account of ['harbour-one', 'harbour-two'] as const satisfies readonly BreakGlassAccountName[]) {
    await target.issueRegistrationLink?.(account);
    const outcome = await cast.actors.breakGlass({ account }).register();
    if (outcome.kind !== 'ok') throw new Error(`the break-glass account ${account} could not be registered: ${JSON.stringify(outcome)}`);
  }
  await cast.dismiss();
}

/** What a world is made from, and what a running one offers to the runner. */
import type { KeyRing, RunBrowser, TrailStep } from '../actors/index.ts';
import type { Authority } from '../authority/authority.ts';
import type { WorkloadAuthority } from '../authority/workload-authority.ts';
import type { Healing } from '../checkers/checker.ts';
import type { FixtureChanges } from '../fixtures/fixture-changes.ts';
import type { OpenHistory } from '../history/index.ts';
import type { Lease, RealmUser, RunningIdp } from '../idp/driver.ts';
import type { LentNames } from '../network/lent-names.ts';
import type { NameTable } from '../network/names.ts';
import type { Scenario, World } from '../scenario/scenario.ts';
import type { Marker } from '../tap/markers.ts';
import type { NameGuard } from '../tap/name-guard.ts';
import type { Heard } from '../tap/silence.ts';
import type { SocketGuard } from '../tap/socket-guard.ts';
import type { Tap } from '../tap/tap.ts';
import type { ReferencePolicy, ReferenceTarget } from '../target/reference/index.ts';
import type { Attachment, Mark } from '../verdict/results.ts';
import type { Exits } from './exits.ts';

export type WorldOptions = {
  /** 1-based: which worker, and which realm of the pool. */
  readonly index: number;
  readonly seed: number;
  readonly authority: Authority;
  readonly workloads: WorkloadAuthority;
  readonly idp: RunningIdp;
  /** What the identity provider's own calls find. */
  readonly idpNames: LentNames;
  readonly sockets: SocketGuard;
  readonly nameGuard: NameGuard;
  readonly runFolder: string;
  /** Where screenshots and traces of this run go. */
  readonly attachments: string;
  /** Each zone in a process of its own, leased here. Without it all of them run in the process that holds this world. */
  readonly processes?: { readonly lease: Pick<Lease, 'process'> };
  /** Another than the released policy: for tests only. */
  readonly policy?: ReferencePolicy;
  readonly fixtures?: FixtureChanges;
} & ({ readonly mode: 'wire' } | { readonly mode: 'browser'; readonly browser: RunBrowser });

export type RunningWorld = {
  readonly index: number;
  /** Each zone ran in a process of its own. */
  readonly zonesApart: boolean;
  readonly view: World;
  /** Whom every browser and service of this run trusts. */
  readonly authority: Authority;
  readonly target: ReferenceTarget;
  readonly names: NameTable;
  readonly exits: Exits;
  readonly users: readonly RealmUser[];
  /** For whoever restarted the identity provider: it comes back with the passwords of the fixtures. */
  passwordsAgain(): Promise<void>;
  /** What the holders of break-glass accounts have in hand now. */
  readonly keys: KeyRing;
  readonly history: OpenHistory;
  readonly mode: WorldOptions['mode'];
  /** One for each scenario that ran here. */
  readonly healings: readonly Healing[];
  readonly tap: Tap;
  readonly answers: readonly TrailStep[];
  secrets(): readonly Marker[];
  logText(): string;
  duringAct: Heard;
  /** `hands`: who acts in it, when that is somebody else than in the rest of the run. */
  beginScenario(hands?: Scenario['hands']): void;
  operations(): ReturnType<OpenHistory['list']>;
  marks(): readonly Mark[];
  ranScenario(healing: Healing): void;
  reset(): Promise<void>;
  captureFailure(id: string): Promise<readonly Attachment[]>;
  close(): Promise<void>;
};

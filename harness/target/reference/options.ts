/** What a reference target is started with. */
import type { Log, Observer } from '../../../system/index.ts';
import type { Authority } from '../../authority/authority.ts';
import type { WorkloadAuthority } from '../../authority/workload-authority.ts';
import type { Realm } from '../../idp/driver.ts';
import type { NameTable, Place } from '../../network/names.ts';
import type { WorldClock } from '../../ports/world-clock.ts';
import type { ReferencePolicy } from './policy.ts';
import type { Chance } from './zone.ts';
import type { ProcessesOptions } from './zones-apart.ts';

export type ReferenceOptions = {
  readonly folder: string;
  readonly authority: Authority;
  readonly workloads: WorkloadAuthority;
  readonly realm: Pick<Realm, 'issuer' | 'relyingParty' | 'users'>;
  readonly names: NameTable;
  readonly egress: Place;
  readonly clock: WorldClock;
  readonly chance: Chance;
  readonly log: Log;
  readonly observer: Observer;
  readonly policy?: ReferencePolicy;
  /** Each zone in a process of its own, under the released policy. Without it all run in this process. */
  readonly processes?: ProcessesOptions;
  /** Other ranges than the fixtures'. */
  readonly breakGlassRanges?: readonly string[];
};

/** One disturbance of the environment: installed, seen by an independent probe, removed, and its end seen too. */
import type { Realm, RunningIdp, Undo } from '../idp/driver.ts';
import type { NameTable } from '../network/names.ts';
import type { Probe } from './probe.ts';
import type { FaultProxy } from './proxy.ts';
import type { Sighting } from './symptom.ts';

/** What a fault may disturb, and what it is seen by. */
export type Disturbable = {
  readonly realm: Realm;
  readonly idp: RunningIdp;
  readonly faultProxy: FaultProxy;
  readonly names: NameTable;
  readonly probe: Probe;
};

/** An ability of the identity provider's driver that a fault cannot do without. */
export type FaultNeed = 'idp-hang';

export type Fault = {
  /** What an incident report would call it: `idp.connections-refused`. */
  readonly name: string;
  /** One sentence for people. */
  readonly title: string;
  readonly needs: readonly FaultNeed[];
  /** Seeing it takes seconds, so a run begins with its scenarios: they then pass beside the others. */
  readonly slowToSee?: true;
  /** Touches what worlds share, so its scenarios run alone. */
  readonly shared: boolean;
  /** Cuts every open connection that it is about. The returned function heals. */
  install(world: Disturbable): Promise<Undo>;
  /** On a fresh connection, independent of the system: asked before, during and after. */
  observe(world: Disturbable): Promise<Sighting>;
};

/** One disturbance of the environment: installed, seen by an independent probe, removed, and its end seen too. */
import type { SystemRefusal } from '../../system/index.ts';
import type { Automation } from '../automation/index.ts';
import type { FaultProxy } from '../fault-proxy/proxy.ts';
import type { Realm, RunningIdp, Undo } from '../idp/driver.ts';
import type { Probe } from '../idp-probe/probe.ts';
import type { Sighting } from '../idp-probe/symptom.ts';
import type { NameTable } from '../network/names.ts';
import type { CloudSetting } from './cloud-settings.ts';

/** What a fault may disturb, and what it is seen by. */
export type Disturbable = {
  readonly realm: Realm;
  readonly idp: RunningIdp;
  readonly faultProxy: FaultProxy;
  readonly names: NameTable;
  readonly probe: Probe;
  /** What the customer pushes into the directory by, or has pulled. */
  readonly automation: Automation;
};

/** An ability of the identity provider's driver that a fault cannot do without. */
export type FaultNeed = 'idp-hang' | 'idp-clock';

/** What goes wrong: the way to the identity provider, its process, its settings and keys, whom it vouches for, or what changes the directory. */
export const faultFamilies = ['network', 'process', 'oidc', 'saml', 'compromised', 'directory'] as const;
export type FaultFamily = (typeof faultFamilies)[number];

/** By which means it is brought about: at the way there, at the process, in the realm as its administrator would, by changing answers on their way, or in the customer's automation. */
export type FaultMeans = 'network' | 'process' | 'realm' | 'rewriting' | 'automation';

/** What must come of a sign-in, or of a change of the directory: a refusal of ours; it goes on as ever; or the identity provider itself stops the person, on a page of its own. */
export type Meets = SystemRefusal | 'goes-on' | 'stops-at-the-idp';

export type Fault = {
  /** What an incident report would call it: `idp.connections-refused`. */
  readonly name: string;
  /** One sentence for people. */
  readonly title: string;
  readonly family: FaultFamily;
  readonly means: FaultMeans;
  /** What a sign-in, or what the automation changes, must come to while it lasts. */
  readonly meets: Meets;
  readonly needs: readonly FaultNeed[];
  /** The setting on AdminHub that repairs it: where the diagnosis knows no better than its code, another than it leads to. What it was repaired with is wrong once the fault is healed. */
  readonly setting?: CloudSetting;
  /** Seeing it takes seconds, so a run begins with its scenarios: they then pass beside the others. */
  readonly slowToSee?: true;
  /** Touches what worlds share, so its scenarios run alone. */
  readonly shared: boolean;
  /** Cuts every open connection that it is about. The returned function heals. */
  install(world: Disturbable): Promise<Undo>;
  /** On a fresh connection, independent of the system: asked before, during and after. */
  observe(world: Disturbable): Promise<Sighting>;
  /** What `setting` has to be while the fault lasts, where nobody but the identity provider's administrator can know it. */
  readonly settingNow?: (world: Pick<Disturbable, 'realm'>) => string;
};

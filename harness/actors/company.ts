/** What the actors of one world are made from, and what they are together. */

import type { NetworkName } from '../fixtures/fixtures.ts';
import type { Recorded } from '../history/index.ts';
import type { RealmUser } from '../idp/driver.ts';
import type { ExitConnection } from '../network/exit.ts';
import type { Target } from '../target/target.ts';
import type { Attachment } from '../verdict/results.ts';
import type { Actors } from './actors.ts';
import type { TrailStep } from './agent.ts';
import type { KeyRing } from './authenticator/key-ring.ts';
import type { Bytes, Hardware } from './authenticator/make.ts';
import type { RunBrowser } from './browser/run-browser.ts';

/** What an actor needs of its network's exit. `connections` tells a browser user why a tunnel failed. */
export type ActorExit = { readonly url: string; readonly connections: readonly ExitConnection[] };

export type ActorsOptions = {
  readonly target: Target;
  /** The networks whose address this machine can send from; an actor from another one cannot be made. */
  readonly exits: Readonly<Partial<Record<NetworkName, ActorExit>>>;
  /** The run's authority: the only one that wire users trust. */
  readonly authorityPem: string;
  /** The realm's users: how each person is called at the identity provider, and the password. */
  readonly users: readonly RealmUser[];
  readonly keys: KeyRing;
  /** The hardware that break-glass accounts register: its attestation chains to the root that the target accepts. */
  readonly model: Hardware;
  /** Keys and ids of the wire users' authenticators come from here. */
  readonly random: Bytes;
  record(operation: Recorded): void;
  /** Hears every answer that any actor got, redirects included: what the audit checker compares with the log. */
  heard?(step: TrailStep): void;
  /** Milliseconds since the epoch; stamps the operations. Real time unless told otherwise. */
  readonly now?: () => number;
} & ({ readonly kind: 'wire' } | { readonly kind: 'browser'; readonly browser: RunBrowser });

export type Cast = {
  readonly actors: Actors;
  /** Ends every actor of an act: contexts closed, jars forgotten. The next actor starts fresh. */
  dismiss(): Promise<void>;
  /**
   * Before `dismiss`: a screenshot of each browser user and a trace of each actor, written into `folder` (made when missing).
   * `file` of each attachment is a name inside that folder. Never throws: what cannot be had is left out.
   */
  captureOnFailure(folder: string): Promise<readonly Attachment[]>;
};

/** One disturbance of the environment: installed, seen by an independent probe, removed, and its end seen too. */

import type { Undo } from '../idp/driver.ts';
import type { Need, World } from '../scenario/scenario.ts';

export type Sighting = { readonly seen: 'present' | 'absent' | 'unclear'; readonly detail: string };

export type Fault = {
  /** What an incident report would call it: `idp.connections-refused`. */
  readonly name: string;
  /** One sentence for people. */
  readonly title: string;
  readonly needs: readonly Need[];
  /** Touches what worlds share, so its scenarios run alone. */
  readonly shared: boolean;
  /** Cuts every open connection that it is about. The returned function heals. */
  install(world: World): Promise<Undo>;
  /** On a fresh connection, independent of the system: asked before, during and after. */
  observe(world: World): Promise<Sighting>;
};

/** Breaks the identity provider of a running world and mends it, one fault at a time, each seen by the probe. */
import { faults, newestClientSecret } from '../../faults/index.ts';
import type { Undo } from '../../idp/index.ts';
import { lacking } from '../../run/lacking.ts';
import type { RunningWorld } from '../../world/world.ts';
import { table } from '../table.ts';
import { didYouMean, UsageError } from '../usage-error.ts';

/** What each answers is one or more lines for people. */
export type FaultSwitch = {
  /** The name of the fault that is there now. */
  now(): string | undefined;
  list(): string;
  /** Rejects with `UsageError` when there is no such fault, this identity provider cannot have it, or another one is there already. */
  install(name: string): Promise<string>;
  heal(): Promise<string>;
};

type Broken = { readonly name: string; readonly undo: Undo };

/** Knows the faults whose needs this world meets. */
export function faultSwitch({ view: world, mode }: Pick<RunningWorld, 'view' | 'mode'>): FaultSwitch {
  let broken: Broken | undefined;
  const ground = { mode, pageMemory: false, target: world.target, idp: world.idp };
  const known = faults.map(({ fault }) => fault).filter(({ needs }) => !lacking(needs, ground));

  function named(name: string) {
    const fault = known.find((each) => each.name === name);
    if (fault) return fault;
    const names = known.map((each) => each.name);
    throw new UsageError(`there is no fault ${name || "''"}${didYouMean(name, names)}; to see them: faults`);
  }

  return {
    now: () => broken?.name,
    list: () =>
      table(
        [
          { title: 'fault', cell: ({ name }) => `${name === broken?.name ? '*' : ' '} ${name}` },
          { title: 'what happens', cell: ({ title }) => title },
        ],
        known,
      ),
    async install(name) {
      const fault = named(name);
      if (broken) throw new UsageError(`${broken.name} is there already; first: heal`);
      // Said before the first byte is disturbed: whoever watches the identity provider must not take it for dead.
      broken = { name, undo: async () => {} };
      try {
        broken = { name, undo: await fault.install(world) };
      } catch (error) {
        broken = undefined;
        throw error;
      }
      const { seen, detail } = await fault.observe(world);
      const repair = name === 'idp.client-secret-rotated' ? `\nThe new secret, for AdminHub: ${newestClientSecret(world)}` : '';
      return `${name} is installed; the probe says ${seen}: ${detail}${repair}`;
    },
    async heal() {
      if (!broken) return 'Nothing is broken.';
      const { name, undo } = broken;
      await undo();
      broken = undefined;
      const { seen, detail } = await named(name).observe(world);
      return `${name} is healed; the probe says ${seen}: ${detail}`;
    },
  };
}

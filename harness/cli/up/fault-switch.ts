/** Breaks the identity provider of a running world and mends it, one fault at a time, each seen by the probe. */
import { type Fault, faults } from '../../faults/index.ts';
import type { Undo } from '../../idp/index.ts';
import type { Sighting } from '../../idp-probe/symptom.ts';
import { lacking } from '../../run/lacking.ts';
import type { RunningWorld } from '../../world/world.ts';
import { table } from '../table.ts';
import { didYouMean, UsageError } from '../usage-error.ts';
import { type HubChanges, hubAfterHeal, hubChanges, hubNow } from './hub-changes.ts';

/** What each answers is one or more lines for people. */
export type FaultSwitch = {
  /** The name of the fault that is there now. */
  now(): string | undefined;
  list(): string;
  /** Rejects with `UsageError` when there is no such fault, this identity provider cannot have it, or another one is there already. */
  install(name: string): Promise<string>;
  heal(): Promise<string>;
};

type Broken = {
  readonly fault: Fault;
  readonly undo: Undo;
  /** What had been changed on AdminHub until then. */
  readonly before: HubChanges;
};

/** Knows the faults whose needs this world meets. */
export function faultSwitch({ view: world, mode, passwordsAgain }: Pick<RunningWorld, 'view' | 'mode' | 'passwordsAgain'>): FaultSwitch {
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
    now: () => broken?.fault.name,
    list: () =>
      table(
        [
          { title: 'fault', cell: ({ name }) => `${name === broken?.fault.name ? '*' : ' '} ${name}` },
          { title: 'what happens', cell: ({ title }) => title },
        ],
        known,
      ),
    async install(name) {
      const fault = named(name);
      if (broken) throw new UsageError(`${broken.fault.name} is there already; first: heal`);
      // Said before the first byte is disturbed: whoever watches the identity provider must not take it for dead.
      broken = { fault, undo: async () => {}, before: await hubChanges(world.target) };
      try {
        broken = { ...broken, undo: await fault.install(world) };
      } catch (error) {
        broken = undefined;
        throw error;
      }
      const { seen, detail } = await fault.observe(world);
      const said =
        seen === 'present' ? `${name} is installed; the probe says present` : `${name} was brought about, but the probe says ${seen}`;
      return [`${said}: ${detail}`, ...hubNow(fault, world.realm)].join('\n');
    },
    async heal() {
      if (!broken) return 'Nothing is broken.';
      const { fault, undo, before } = broken;
      await undo();
      await passwordsAgain();
      const { seen, detail } = await fault.observe(world);
      // What is still there can be healed once more.
      if (seen !== 'present') broken = undefined;
      const after = await hubChanges(world.target);
      return [`${healedInWords(fault.name, seen)}: ${detail}`, ...hubAfterHeal(fault, world.realm, { before, after })].join('\n');
    },
  };
}

/** Only what the probe does not see any more is called healed. */
function healedInWords(name: string, seen: Sighting['seen']): string {
  switch (seen) {
    case 'absent':
      return `${name} is healed; the probe says absent`;
    case 'present':
      return `${name} was taken back and is still there; the probe says present`;
    case 'unclear':
      return `${name} was taken back, and whether it is gone cannot be told; the probe says unclear`;
  }
}

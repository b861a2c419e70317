/** Puts on record what an actor does: within its limit, and whatever becomes of its hands. */
import type { Outcome } from '../verdict/results.ts';
import type { Agent } from './agent.ts';
import type { ActorsOptions } from './company.ts';
import type { Player } from './player.ts';
import { recordedAct } from './recorded-act.ts';

/** `verb` is what stands in the history. */
export type Does = (verb: string, act: (agent: Agent) => Promise<Outcome>) => Promise<Outcome>;

export const doing =
  (options: ActorsOptions, player: Player): Does =>
  (verb, act) =>
    recordedAct(
      { record: (operation) => options.record(operation), now: options.now ?? Date.now },
      { actor: player.actor, from: player.from },
      { verb, gone: () => player.made()?.gone() ?? false, work: async () => act(await player.hands()) },
    );

type Brought = { readonly outcome: Outcome };
type WithoutOutcome<Thing extends Brought> = Omit<Thing, 'outcome'>;
export type Brings = <Thing extends Brought>(
  verb: string,
  act: (agent: Agent) => Promise<Thing>,
  nothing: WithoutOutcome<Thing>,
) => Promise<WithoutOutcome<Thing> & Brought>;

/** For acts that bring something along beside their outcome; `nothing` is what there is when the act did not come to its end. */
export const bringing =
  (does: Does): Brings =>
  async (verb, act, nothing) => {
    let brought = nothing;
    const outcome = await does(verb, async (agent) => {
      const made = await act(agent);
      brought = made;
      return made.outcome;
    });
    return { ...brought, outcome };
  };

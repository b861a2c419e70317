/** One actor on the stage: its hands, made at the first act, and the other tabs of its browser. */
import type { NetworkName, PersonName } from '../fixtures/fixtures.ts';
import type { Agent, AgentOptions } from './agent.ts';
import { softwareKey } from './authenticator/software-key.ts';
import type { ActorsOptions } from './company.ts';
import { type NotedAgent, noted } from './noted-agent.ts';
import { wireAgent } from './wire/wire-agent.ts';

export type Player = { readonly actor: string; readonly from: NetworkName; hands(): Promise<NotedAgent>; made(): NotedAgent | undefined };

/** Nothing is made yet. */
export function playerOf(options: ActorsOptions, actor: string, agentOptions: AgentOptions): Player {
  let opening: Promise<NotedAgent> | undefined;
  let made: NotedAgent | undefined;
  const open = async (): Promise<NotedAgent> => {
    made = noted(await openAgent(options, agentOptions), { heard: (step) => options.heard?.(step), now: options.now ?? Date.now });
    return made;
  };
  return {
    actor,
    from: agentOptions.network,
    made: () => made,
    hands: () => {
      opening ??= open();
      return opening;
    },
  };
}

async function openAgent(options: ActorsOptions, agentOptions: AgentOptions): Promise<Agent> {
  const exit = options.exits[agentOptions.network];
  if (!exit) throw new Error(`this world has no exit for the network ${agentOptions.network}`);
  const route = { exitUrl: exit.url, authorityPem: options.authorityPem };
  const { model, random, target } = options;
  if (options.kind === 'browser') {
    // Loaded only by runs that have a browser, with all that drives one.
    const { browserAgent } = await import('./browser/browser-agent.ts');
    return browserAgent({ ...agentOptions, browser: options.browser, exit, route, model });
  }
  const now = (): number => target.clock?.now() ?? Date.now();
  const securityKey = agentOptions.keys && softwareKey({ model, random, nowMs: Date.now(), keys: agentOptions.keys });
  return wireAgent({ route, headers: agentOptions.headers, securityKey, now });
}

/** Another tab of the same browser, with this person in front of it, opened at its first act. What is done there stands in the same trace. */
export function anotherTabOf(player: Player, person: PersonName | undefined): Player {
  let opening: Promise<NotedAgent> | undefined;
  return {
    ...player,
    actor: person ? `user ${person}` : player.actor,
    hands: () => {
      opening ??= player.hands().then((hands) => hands.tab());
      return opening;
    },
  };
}

/** Everybody who acts in one world: makes each actor's hands when they are first needed, and lets go of all of them together. */
import type { NetworkName } from '../fixtures/fixtures.ts';
import type { Actors } from './actors.ts';
import type { AgentOptions } from './agent.ts';
import { captured } from './captured.ts';
import type { ActorsOptions, Cast } from './company.ts';
import { connectorOf } from './connector.ts';
import { holderOf } from './holder.ts';
import { insiderOf } from './insider.ts';
import { type Player, playerOf } from './player.ts';
import { userOf } from './user.ts';

const defaultNetwork: NetworkName = 'hq';

/** Nobody is on the stage at first. */
export function createActors(options: ActorsOptions): Cast {
  let players: Player[] = [];
  let left = false;
  const enter = (actor: string, agentOptions: AgentOptions): Player => {
    if (left) throw new Error(`${actor} cannot act any more: the act is over`);
    const player = playerOf(options, actor, agentOptions);
    players.push(player);
    return player;
  };
  const actors: Actors = {
    user: ({ as = 'uma', from = defaultNetwork } = {}) =>
      userOf(options, enter(`user ${as}`, { network: from, headers: {}, keys: undefined }), as),
    visitor: ({ from = defaultNetwork } = {}) =>
      userOf(options, enter('visitor', { network: from, headers: {}, keys: undefined }), undefined),
    breakGlass: (holder = {}) => holderOf(options, enter, { from: defaultNetwork, ...holder }),
    connector: (connecting = {}) => connectorOf(options, { from: defaultNetwork, token: 'own', through: 'nothing', ...connecting }),
    insider: ({ from = defaultNetwork } = {}) => insiderOf(options, from),
  };
  return {
    actors,
    async dismiss() {
      left = true;
      const leaving = players;
      players = [];
      await Promise.all(
        leaving.map((player) =>
          player
            .made()
            ?.close()
            .catch(() => {}),
        ),
      );
    },
    captureOnFailure: (folder) => captured(folder, players),
  };
}

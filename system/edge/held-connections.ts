/** Counts the connections that are open, in all and of each peer, and admits another one while the rules allow it. */
import type { Socket } from 'node:net';
import { judge, type RefusalCode, type RuleTable } from '../kernel/rule.ts';
import type { ConnectionFacts, ConnectionLimits } from './connection.ts';
import { socketPeer } from './peer-address.ts';

export type HeldConnections = {
  /** Counts it until it closes; a refused one is not counted, and the caller cuts it. */
  admits(socket: Socket): boolean;
  /** How many requests came on this connection, this one included. */
  requestOn(socket: object): number;
  /** Its last answer is under way: of what comes on it from now on nothing is a request any more. */
  end(socket: object): void;
  hasEnded(socket: object): boolean;
};

/** `refused` hears of the first of a row of refusals of one peer: a flood makes one record, and not a flood of records. */
export function heldConnections(
  table: RuleTable<ConnectionFacts>,
  limits: ConnectionLimits,
  refused: (code: RefusalCode, peer: string) => void,
): HeldConnections {
  const ofPeer = new Map<string, number>();
  const overLimit = new Set<string>();
  const requests = new WeakMap<object, number>();
  const ended = new WeakSet<object>();
  let inAll = 0;
  const leave = (peer: string): void => {
    inAll -= 1;
    const left = (ofPeer.get(peer) ?? 1) - 1;
    if (left > 0) ofPeer.set(peer, left);
    else ofPeer.delete(peer);
    overLimit.delete(peer);
  };
  return {
    admits: (socket) => {
      const peer = socketPeer(socket);
      const held = ofPeer.get(peer) ?? 0;
      const judgement = judge(table, { inAll: inAll + 1, ofPeer: held + 1, limits });
      if (!judgement.allowed) {
        if (!overLimit.has(peer)) refused(judgement.code, peer);
        overLimit.add(peer);
        return false;
      }
      inAll += 1;
      ofPeer.set(peer, held + 1);
      socket.once('close', () => leave(peer));
      return true;
    },
    requestOn: (socket) => {
      const count = (requests.get(socket) ?? 0) + 1;
      requests.set(socket, count);
      return count;
    },
    end: (socket) => void ended.add(socket),
    hasEnded: (socket) => ended.has(socket),
  };
}

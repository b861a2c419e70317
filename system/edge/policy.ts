/** What the edge is given: its ports, and the tables and verifiers by which it judges, in one value (S6). */
import type { ServerOptions } from 'node:https';
import type { AuditLog, Clock, Log, Observer, Random } from '../kernel/ports.ts';
import type { RuleTable } from '../kernel/rule.ts';
import { type ConnectionFacts, connectionRules } from './connection.ts';
import { type PeerAddress, peerAddress } from './peer-address.ts';
import type { EdgeFacts } from './request/facts.ts';
import { edgeRules, unreadableRules } from './request/rules.ts';
import type { UnreadableFacts } from './request/unreadable.ts';

export type EdgePorts = {
  readonly random: Random;
  readonly audit: AuditLog;
  readonly log: Log;
  readonly clock: Clock;
  readonly observer?: Observer;
  readonly opens?: <T>(work: () => T) => T;
};
export type EdgePolicy = {
  readonly request: RuleTable<EdgeFacts>;
  readonly unreadable: RuleTable<UnreadableFacts>;
  readonly connection: RuleTable<ConnectionFacts>;
  readonly peerAddress: PeerAddress;
  /** How strictly bytes are read as requests. */
  readonly parsing: () => Pick<ServerOptions, 'insecureHTTPParser'>;
};
export const releasedEdgePolicy: EdgePolicy = Object.freeze({
  request: Object.freeze(edgeRules),
  unreadable: Object.freeze(unreadableRules),
  connection: Object.freeze(connectionRules),
  peerAddress,
  parsing: () => ({ insecureHTTPParser: false }),
});

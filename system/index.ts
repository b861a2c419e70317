/** The reference implementation's one door: each zone's start function, its provisioning, and the types that a harness needs. */
export { type EdgePolicy, releasedEdgePolicy, startEdge } from './edge/index.ts';
export {
  breakGlassPasswordRefusal,
  type ChainVerdict,
  type IsolatedConfigInput,
  type IsolatedPolicy,
  type IsolatedPorts,
  type Provisioning,
  profileDepartures,
  provisionCloud,
  type Route,
  type RouteProblem,
  type RunningCloud,
  releasedIsolatedPolicy,
  startIsolatedCloud,
  verifyChain,
} from './isolated/index.ts';
export { genesis as noRecordYet } from './kernel/audit-chain.ts';
export type { AuditTrail } from './kernel/audit-trail.ts';
export { dnsText } from './kernel/dns-text.ts';
export { events } from './kernel/events.ts';
export { smtpMail } from './kernel/mail.ts';
export { outboundThroughEgress } from './kernel/outbound.ts';
export type { AuditLog, Clock, Crossing, KeyMaker, Log, Observer, Outbound, Random, SigningPurpose, Store } from './kernel/ports.ts';
export { type SqliteStore, sqliteStore } from './kernel/store.ts';
export { type Role, roles } from './kernel/workload.ts';
export type { SupportDesk } from './support-desk/index.ts';

import type { EdgeRefusal } from './edge/index.ts';
import type { IsolatedRefusal } from './isolated/index.ts';
import type { SupportDeskRefusal } from './support-desk/index.ts';

export type { RefusalCode } from './kernel/rule.ts';
/** Every refusal code that a table of the system holds: a misspelt one does not compile. */
export type SystemRefusal = EdgeRefusal | IsolatedRefusal | SupportDeskRefusal;

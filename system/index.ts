/** The reference implementation's one door: each zone's start function, its provisioning, and the types that a harness needs. */
export { startEdge, releasedEdgePolicy, type EdgePolicy, type EdgeRefusal } from './edge/index.ts';
export {
  profileDepartures,
  provisionCloud,
  registrationLinkPath,
  releasedIsolatedPolicy,
  startIsolatedCloud,
  verifyChain,
  type ChainVerdict,
  type IsolatedConfigInput,
  type IsolatedPolicy,
  type IsolatedPorts,
  type Provisioning,
  type RunningCloud,
} from './isolated/index.ts';
export { createSupportDesk, type SupportDesk } from './support-desk/index.ts';
export { chainedAuditLog, type ChainedAuditLog } from './kernel/audit-chain.ts';
export { hopTo } from './kernel/hop.ts';
export { smtpMail } from './kernel/mail.ts';
export { outboundThroughEgress } from './kernel/outbound.ts';
export type { AuditLog, Clock, Crossing, Log, Observer, Outbound, Random, Store } from './kernel/ports.ts';
export { sqliteStore, type SqliteStore } from './kernel/store.ts';
export { roles, type Role } from './kernel/workload.ts';

import type { EdgeRefusal } from './edge/index.ts';
import type { IsolatedRefusal } from './isolated/index.ts';
export type { RefusalCode } from './kernel/rule.ts';
/** Every refusal code that a table of the system holds: a misspelt one does not compile. */
export type SystemRefusal = EdgeRefusal | IsolatedRefusal;

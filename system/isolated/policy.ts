/** All rule tables and verifiers of the isolated cloud in one value; the start record names its digest (S6). Given to the constructor, frozen, and changed by nothing after. */
import type { Handshake } from '../kernel/listener.ts';
import type { RuleTable } from '../kernel/rule.ts';
import { type WorkloadFacts, workloadRules } from '../kernel/workload/connection.ts';
import { type AdminHubPolicy, releasedAdminHubPolicy } from './admin-hub/index.ts';
import { type BreakGlassPolicy, releasedBreakGlassPolicy } from './break-glass/index.ts';
import { type DirectoryPolicy, releasedDirectoryPolicy } from './directory/index.ts';
import { type IngressPolicy, releasedIngressPolicy } from './ingress/index.ts';
import { releasedTrackerPolicy, type TrackerPolicy } from './products/tracker/index.ts';
import { releasedWikiPolicy, type WikiPolicy } from './products/wiki/index.ts';
import { releasedSessionPolicy, type SessionPolicy } from './session/index.ts';
import { releasedSsoPolicy, type SsoPolicy } from './sso/index.ts';

export type IsolatedPolicy = {
  /** Who may connect to a listener inside. */
  readonly workload: RuleTable<WorkloadFacts>;
  /** How strictly the handshake with such a listener is concluded, before the table is asked. */
  readonly handshake: () => Handshake;
  readonly ingress: IngressPolicy;
  readonly session: SessionPolicy;
  readonly sso: SsoPolicy;
  readonly breakGlass: BreakGlassPolicy;
  readonly adminHub: AdminHubPolicy;
  readonly directory: DirectoryPolicy;
  readonly tracker: TrackerPolicy;
  readonly wiki: WikiPolicy;
};

export const releasedIsolatedPolicy: IsolatedPolicy = Object.freeze({
  workload: Object.freeze(workloadRules),
  handshake: () => ({ rejectUnauthorized: true }),
  ingress: releasedIngressPolicy,
  session: releasedSessionPolicy,
  sso: releasedSsoPolicy,
  breakGlass: releasedBreakGlassPolicy,
  adminHub: releasedAdminHubPolicy,
  directory: releasedDirectoryPolicy,
  tracker: releasedTrackerPolicy,
  wiki: releasedWikiPolicy,
});

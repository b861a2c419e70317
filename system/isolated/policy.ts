/** All rule tables and verifiers of the isolated cloud in one value, with the digest that its start record names (S6). Given to the constructor, frozen, and changed by nothing after. */
import { createHash } from 'node:crypto';
import type { RuleTable } from '../kernel/rule.ts';
import { type AdminHubPolicy, releasedAdminHubPolicy } from './admin-hub/index.ts';
import { type BreakGlassPolicy, releasedBreakGlassPolicy } from './break-glass/index.ts';
import { type IngressPolicy, releasedIngressPolicy } from './ingress/index.ts';
import { releasedTrackerPolicy, type TrackerPolicy } from './products/tracker/index.ts';
import { releasedSessionPolicy, type SessionPolicy } from './session/index.ts';
import { releasedSsoPolicy, type SsoPolicy } from './sso/index.ts';

export type IsolatedPolicy = {
  readonly ingress: IngressPolicy;
  readonly session: SessionPolicy;
  readonly sso: SsoPolicy;
  readonly breakGlass: BreakGlassPolicy;
  readonly adminHub: AdminHubPolicy;
  readonly tracker: TrackerPolicy;
};

export const releasedIsolatedPolicy: IsolatedPolicy = Object.freeze({
  ingress: releasedIngressPolicy,
  session: releasedSessionPolicy,
  sso: releasedSsoPolicy,
  breakGlass: releasedBreakGlassPolicy,
  adminHub: releasedAdminHubPolicy,
  tracker: releasedTrackerPolicy,
});

/** SHA-256 over every table: codes, citations and the text of each rule, in order. Another table has another digest. */
export function policyDigest(policy: object): string {
  const hash = createHash('sha256');
  const walk = (path: string, value: unknown): void => {
    if (Array.isArray(value))
      for (const rule of value as RuleTable<never>) hash.update(`${path} ${rule.code} ${rule.cites.join(',')} ${rule.holds}\n`);
    else if (typeof value === 'function') hash.update(`${path} ${value}\n`);
    else if (typeof value === 'object' && value !== null) for (const [name, part] of Object.entries(value)) walk(`${path}.${name}`, part);
  };
  walk('policy', policy);
  return hash.digest('hex');
}

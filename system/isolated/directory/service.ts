/** Everything by which the directory changes while the cloud runs, put together: SCIM for connectors, an API for org admins, and the watch over the last of them. */
import type { ContextAction } from '../../kernel/context-actions.ts';
import type { AuditLog, Clock, Log, Mail, Outbound, Random } from '../../kernel/ports.ts';
import type { Action } from '../../kernel/service.ts';
import type { SessionEnds } from '../../kernel/sessions.ts';
import { administrationActions } from './administration-actions.ts';
import type { Forms } from './administration-parts.ts';
import { adminWatch, alarmBy } from './alarm.ts';
import { automationActions } from './automation-actions.ts';
import { changingIn } from './change.ts';
import { type Connector, connectorsIn } from './connectors.ts';
import type { Directory } from './directory.ts';
import { activeRulesIn } from './group-rules/active-rules.ts';
import { heldIn } from './held.ts';
import type { DirectoryPolicy } from './policy.ts';
import { scimActions } from './scim/actions.ts';
import { windowIn } from './scim/window.ts';
import { reservedIn } from './stored/reserved.ts';

export type DirectoryServicePorts = {
  readonly cloud: string;
  readonly adminHost: string;
  readonly directory: Directory;
  readonly sessions: Pick<SessionEnds, 'endAllOf' | 'privilegesChanged'>;
  readonly mail?: Mail | undefined;
  /** Plain addresses outside the identity provider. */
  readonly roster: readonly string[];
  readonly outbound: Outbound;
  /** Where the HR feed is; without it there is none. */
  readonly hrFeedUrl: URL | undefined;
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: AuditLog;
  readonly log: Log;
};
export type DirectoryService = {
  /** For connectors. */
  readonly scim: readonly Action[];
  /** For org admins and break-glass, once AdminHub has let them in. */
  administration(forms: Forms): readonly ContextAction[];
  /** Looks at the start, too: the last org admin may be gone by a way that nobody could refuse (N-01). */
  started(): void;
  /** For AdminHub's pages. */
  connectors(): readonly Connector[];
};

export function createDirectoryService(ports: DirectoryServicePorts, policy: DirectoryPolicy): DirectoryService {
  const { directory, clock, random, audit, sessions } = ports;
  const { stored, domains } = directory;
  const { store, people } = stored;
  const alarm = alarmBy(ports);
  const changed = adminWatch(people, alarm);
  const active = activeRulesIn(store, people);
  const changing = changingIn(
    { stored, clock, random, audit, sessions, changed, withConsequences: active.withConsequences },
    policy.massChange,
  );
  const connectors = connectorsIn(store, { clock, random });
  const window = windowIn(store, clock);
  const reserved = reservedIn(store);
  const shared = { changing, connectors, window, alarm, random };
  const automation = {
    ...shared,
    directory,
    active,
    held: heldIn(store, { clock, random }),
    table: policy.administration,
    rules: { stored, active, changing, tables: policy },
    hr: { against: { people, reserved, domains }, changing, random, table: policy.hrFeed },
    hrFeedUrl: ports.hrFeedUrl,
    outbound: ports.outbound,
  };
  return {
    scim: scimActions({ ...shared, stored, domains, reserved, policy: policy.scim }),
    administration: (forms) => [...administrationActions(automation, forms), ...automationActions(automation, forms)],
    started: changed,
    connectors: connectors.list,
  };
}

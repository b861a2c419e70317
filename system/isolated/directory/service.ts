/** Everything by which the directory changes while the cloud runs, put together: SCIM for connectors, what org admins may change, and the watch over the last of them. */
import type { DirectoryAdministration } from '../../kernel/directory-administration.ts';
import type { DirectoryView } from '../../kernel/directory-view.ts';
import type { AuditLog, Clock, Log, Mail, Outbound, Random } from '../../kernel/ports.ts';
import type { Action } from '../../kernel/service.ts';
import type { SessionEnds } from '../../kernel/sessions.ts';
import { directoryAdministration } from './administration/contract.ts';
import { adminWatch, alarmBy } from './alarm.ts';
import { changingIn } from './change.ts';
import { connectorsIn } from './connectors.ts';
import type { Directory } from './directory.ts';
import { activeRulesIn } from './group-rules/active-rules.ts';
import { heldIn } from './held.ts';
import { uploadedIn } from './hr-feed/uploaded.ts';
import type { DirectoryPolicy } from './policy.ts';
import { scimActions } from './scim/actions.ts';
import { windowIn } from './scim/window.ts';
import { reservedIn } from './stored/reserved.ts';
import { directoryView } from './view.ts';

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
  readonly administration: DirectoryAdministration;
  /** For AdminHub's pages. */
  readonly view: DirectoryView;
  /** Looks at the start, too: the last org admin may be gone by a way that nobody could refuse (N-01). */
  started(): void;
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
  const held = heldIn(store, { clock, random });
  const { hrFeedUrl, outbound } = ports;
  const uploaded = uploadedIn(store, clock);
  const { employment, suspension } = policy;
  const planning = { against: { people, reserved, domains }, clock, random, table: policy.hrFeed, employment, suspension };
  return {
    scim: scimActions({ ...shared, stored, domains, reserved, policy: policy.scim, suspension: policy.suspension }),
    administration: directoryAdministration({
      ...shared,
      directory,
      held,
      table: policy.administration,
      heldTable: policy.held,
      rules: { stored, active, changing, clock, random, tables: policy },
      hr: { ...planning, changing },
      uploaded,
      hrFeedUrl,
      outbound,
    }),
    view: directoryView({ directory, connectors, active, held, uploaded, hrFeedUrl }),
    started: changed,
  };
}

/** Everything by which the directory changes while the cloud runs, put together: SCIM for connectors, an API for org admins, and the watch over the last of them. */
import type { ContextAction } from '../../kernel/context-actions.ts';
import type { AuditLog, Clock, Log, Mail, Random } from '../../kernel/ports.ts';
import type { Action } from '../../kernel/service.ts';
import type { SessionEnds } from '../../kernel/sessions.ts';
import { administrationActions } from './administration-actions.ts';
import type { Forms } from './administration-parts.ts';
import { adminWatch, alarmBy } from './alarm.ts';
import { changingIn } from './change.ts';
import { connectorsIn } from './connectors.ts';
import type { Directory } from './directory.ts';
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
};

export function createDirectoryService(ports: DirectoryServicePorts, policy: DirectoryPolicy): DirectoryService {
  const { directory, clock, random, audit, sessions } = ports;
  const { stored, domains } = directory;
  const { store } = stored;
  const alarm = alarmBy(ports);
  const changed = adminWatch(stored.people, alarm);
  const changing = changingIn({ stored, clock, random, audit, sessions, changed }, policy.massChange);
  const connectors = connectorsIn(store, { clock, random });
  const window = windowIn(store, clock);
  const scim = scimActions({
    stored,
    domains,
    reserved: reservedIn(store),
    connectors,
    changing,
    window,
    alarm,
    random,
    policy: policy.scim,
  });
  return {
    scim,
    administration: (forms) => administrationActions({ directory, changing, connectors, window, table: policy.administration }, forms),
    started: changed,
  };
}

/** Sessions of people who signed in through the identity provider: one on `login.`, a child on each product's host (S7). Ids are known to the store by their hash only. */
import type { SessionAdministration, SessionEnds, Sessions } from '../../kernel/sessions.ts';
import { sessionAdministration } from './administration.ts';
import type { SessionsConfigInput } from './config.ts';
import { sessionEnds } from './ends.ts';
import { type SessionPorts, sessionParts } from './parts.ts';
import { sessionsOf } from './people.ts';
import { releasedSessionPolicy, type SessionPolicy } from './policy.ts';

export { sessionsConfigSchema } from './config.ts';
export type { HandOverRefusal } from './hand-over.ts';
export { type HostSessionRefusal, hostSessionRules } from './host.ts';
export { ownSessionActions } from './own-sessions.ts';
export { releasedSessionPolicy, type SessionPolicy } from './policy.ts';
export type { RevocationRefusal } from './revocation.ts';
export type { SettingsRefusal } from './settings.ts';
export type { SignOnRefusal } from './sign-on.ts';
export type { SignOutRefusal } from './sign-out.ts';

export type PeopleSessions = Sessions & SessionEnds & SessionAdministration;

/** Throws a ZodError with every problem of the configuration. */
export function createSessions(
  ports: SessionPorts,
  config: SessionsConfigInput,
  policy: SessionPolicy = releasedSessionPolicy,
): PeopleSessions {
  const parts = sessionParts(ports, config, policy);
  const sessions = sessionsOf(parts);
  return Object.assign(sessions, sessionEnds(parts), sessionAdministration(parts));
}

/** What was made or changed since an instant: who has power here, by which keys, and what may change people by itself (S10). */
import type { AuditRecord } from '../../../kernel/audit-trail.ts';
import type { EventName } from '../../../kernel/events.ts';
import { idpName } from '../../../kernel/idp-settings.ts';
import type { HubParts } from '../parts.ts';

export type Change = {
  readonly kind: 'org admin' | 'connector' | 'group' | 'identity provider settings' | 'key';
  readonly name: string;
  readonly atMs: number;
  readonly note: string;
};

/** The newest first. */
export function changesSince({ directory, settings, keys }: HubParts, sinceMs: number): readonly Change[] {
  const all: readonly Change[] = [
    ...directory.orgAdmins().map(({ subject, changedAtMs, identities }) => ({
      kind: 'org admin' as const,
      name: subject,
      atMs: changedAtMs,
      note: identities.map(({ issuer }) => issuer).join(' '),
    })),
    ...directory.connectors().map(({ name, madeAtMs, revoked }) => ({
      kind: 'connector' as const,
      name,
      atMs: madeAtMs,
      note: revoked ? 'revoked' : 'may change people',
    })),
    ...directory
      .groups()
      .map(({ name, members, changedAtMs }) => ({ kind: 'group' as const, name, atMs: changedAtMs, note: `${members} members` })),
    ...settings.history().map(({ number, settings: version, atMs, by, how }) => ({
      kind: 'identity provider settings' as const,
      name: `version ${number}: ${idpName(version)}`,
      atMs,
      note: `${how}, by ${by}`,
    })),
    ...keys
      .own()
      .flatMap(({ use, name, madeAtMs }) => (madeAtMs === undefined ? [] : [{ kind: 'key' as const, name, atMs: madeAtMs, note: use }])),
  ];
  return all.filter(({ atMs }) => atMs >= sinceMs).toSorted((one, other) => other.atMs - one.atMs);
}

/** Every event by which power changes. */
const changing: ReadonlySet<EventName> = new Set<EventName>([
  'directory.person.changed',
  'directory.connector.changed',
  'directory.domain.changed',
  'directory.group.changed',
  'directory.rules.changed',
  'directory.held.decided',
  'admin-hub.idp-settings.activated',
  'admin-hub.idp-settings.rolled-back',
  'admin-hub.key.struck-out',
  'admin-hub.session-limits.changed',
  'admin-hub.session.revoked',
  'admin-hub.trust.rotated',
  'break-glass.session.started',
  'break-glass.registration-link.issued',
  'break-glass.registration.submitted',
]);
export const isChange = ({ event, code }: Pick<AuditRecord, 'event' | 'code'>): boolean => code === 'allowed' && changing.has(event);

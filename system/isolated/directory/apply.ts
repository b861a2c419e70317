/** Does the steps of a change that was judged and recorded: all of them or none, in their order. */
import type { DirectoryChange, DirectoryUser, Membership } from '../../kernel/directory.ts';
import type { Store } from '../../kernel/ports.ts';
import type { Groups } from './stored/groups.ts';
import type { People } from './stored/people.ts';
import { endsSomebody, subjectOf } from './subject-of.ts';

export type Stored = { readonly store: Store; readonly people: People; readonly groups: Groups };

/** Whose sessions end by it, and whose ids have to be renewed. */
export type Consequences = { readonly ended: readonly string[]; readonly privilegesChanged: readonly string[] };

/** A step about somebody who is not there does nothing. */
export function applyAll(
  stored: Stored,
  changes: readonly DirectoryChange[],
  { nowMs, also }: { readonly nowMs: number; readonly also?: (() => void) | undefined },
): Consequences {
  stored.store.atomically(() => {
    for (const change of changes) apply(stored, change, nowMs);
    also?.();
  });
  const subjectsOf = (isMeant: (change: DirectoryChange) => boolean): readonly string[] => [
    ...new Set(changes.filter(isMeant).flatMap((change) => subjectOf(change) ?? [])),
  ];
  const changesPrivileges = ({ kind }: DirectoryChange): boolean => kind === 'role-granted' || kind === 'role-revoked';
  return { ended: subjectsOf(endsSomebody), privilegesChanged: subjectsOf(changesPrivileges) };
}

function apply(stored: Stored, change: DirectoryChange, changedAtMs: number): void {
  const { people, groups } = stored;
  const rewrite = (subject: string, to: (user: DirectoryUser) => Partial<DirectoryUser>): void => {
    const user = people.find(subject);
    if (user) people.put({ ...user, ...to(user), changedAtMs });
  };
  switch (change.kind) {
    case 'user-created':
      people.put({ ...change.user, changedAtMs });
      return;
    case 'user-changed':
      rewrite(change.subject, () => change.to);
      return;
    case 'user-suspended':
      rewrite(change.subject, () => ({ status: 'suspended', suspendedBy: change.by ?? 'by-hand' }));
      return;
    case 'user-reactivated':
      rewrite(change.subject, () => ({ status: 'active', suspendedBy: undefined }));
      return;
    case 'user-removed':
      for (const { group } of people.find(change.subject)?.memberships ?? []) groups.noteMember(group, change.subject, false);
      people.remove(change.subject);
      return;
    case 'role-granted':
      rewrite(change.subject, ({ roles }) => ({ roles: [...new Set([...roles, change.role])] }));
      return;
    case 'role-revoked':
      rewrite(change.subject, ({ roles }) => ({ roles: roles.filter((role) => role !== change.role) }));
      return;
    case 'group-created':
      groups.put({ ...change.group, changedAtMs });
      return;
    case 'group-renamed': {
      const group = groups.find(change.group);
      if (group) groups.put({ ...group, name: change.name, changedAtMs });
      return;
    }
    case 'group-removed':
      for (const subject of groups.members(change.group)) {
        rewrite(subject, ({ memberships }) => ({ memberships: memberships.filter(({ group }) => group !== change.group) }));
        groups.noteMember(change.group, subject, false);
      }
      groups.remove(change.group);
      return;
    case 'member-added':
      if (groups.find(change.group) && people.find(change.subject)) {
        rewrite(change.subject, ({ memberships }) => ({ memberships: [...memberships.filter(isNot(change)), membership(change)] }));
        groups.noteMember(change.group, change.subject, true);
      }
      return;
    case 'member-removed':
      rewrite(change.subject, ({ memberships }) => ({ memberships: memberships.filter(isNot(change)) }));
      if (!people.find(change.subject)?.memberships.some(({ group }) => group === change.group))
        groups.noteMember(change.group, change.subject, false);
      return;
  }
}

const membership = ({ group, source }: Membership): Membership => ({ group, source });
const isNot =
  (given: Membership) =>
  ({ group, source }: Membership): boolean =>
    group !== given.group || source !== given.source;

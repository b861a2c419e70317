/** Measures a planned change against what is stored now: whom it would take what from. Reads only the people and groups that it names. */
import type { ChangeOrigin, DirectoryChange, DirectoryUser } from '../../../kernel/directory.ts';
import type { Stored } from '../apply.ts';
import { endsSomebody } from '../subject-of.ts';
import type { MassChangeFacts } from './rules.ts';

/** What would be lost, each once: subjects, and group with subject. */
export type Loss = {
  readonly suspended: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
  /** `group subject` */
  readonly membershipsLost: ReadonlySet<string>;
};

/** A group with fewer members is no group that could be emptied by mistake. */
const fewMembers = 2;

export function lossBy({ people }: Stored, changes: readonly DirectoryChange[], groupMembers: (group: string) => readonly string[]): Loss {
  const loss = { suspended: new Set<string>(), changed: new Set<string>(), membershipsLost: new Set<string>() };
  const nameOf = ({ group, subject }: { readonly group: string; readonly subject: string }): string => `${group} ${subject}`;
  const added = new Set(changes.flatMap((change) => (change.kind === 'member-added' ? [nameOf(change)] : [])));
  for (const change of changes) {
    if (endsSomebody(change)) {
      const user = people.find(change.subject);
      if (user?.status === 'active') loss.suspended.add(change.subject);
      if (change.kind === 'user-removed')
        for (const { group } of user?.memberships ?? []) loss.membershipsLost.add(`${group} ${change.subject}`);
    }
    if (change.kind === 'user-reactivated') loss.suspended.delete(change.subject);
    if (change.kind === 'user-changed' && differs(people.find(change.subject), change.to)) loss.changed.add(change.subject);
    if (change.kind === 'group-removed')
      for (const subject of groupMembers(change.group)) loss.membershipsLost.add(`${change.group} ${subject}`);
    if (change.kind === 'member-removed' && !added.has(nameOf(change)) && isOnlySource(people.find(change.subject), change))
      loss.membershipsLost.add(nameOf(change));
  }
  return loss;
}

type Changed = Extract<DirectoryChange, { readonly kind: 'user-changed' }>['to'];
function differs(user: DirectoryUser | undefined, to: Changed): boolean {
  if (!user) return false;
  const renamed = to.userName !== undefined && user.userName !== undefined && to.userName !== user.userName;
  const after: Readonly<Record<string, string | undefined>> = to.attributes ?? user.attributes;
  return renamed || Object.entries(user.attributes).some(([name, value]) => after[name] !== value);
}

const isOnlySource = (user: DirectoryUser | undefined, { group, source }: { readonly group: string; readonly source: string }): boolean => {
  const by = user?.memberships.filter((each) => each.group === group) ?? [];
  return by.length === 1 && by[0]?.source === source;
};

/** `earlier`: what the same connector took away before, within its window. */
export function massChangeFacts(
  stored: Stored,
  { origin, changes, earlier }: { readonly origin: ChangeOrigin; readonly changes: readonly DirectoryChange[]; readonly earlier?: Earlier },
): MassChangeFacts {
  const { people, groups } = stored;
  const loss = lossBy(stored, changes, groups.members);
  const lostOf = Object.groupBy([...loss.membershipsLost], (each) => each.slice(0, each.lastIndexOf(' ')));
  const emptied = Object.entries(lostOf).filter(([group, lost = []]) => {
    const before = groups.countMembers(group);
    const added = changes.filter((change) => change.kind === 'member-added' && change.group === group).length;
    return before >= fewMembers && lost.length >= before && added === 0;
  });
  const admins = people.countActiveOrgAdmins();
  const { suspended = 0, changed = 0, membershipsLost = 0, orgAdminsLost = 0 } = earlier ?? {};
  return {
    origin,
    active: people.countActive() + suspended,
    suspended: loss.suspended.size + suspended,
    people: people.count(),
    changed: loss.changed.size + changed,
    memberships: groups.countAllMembers() + membershipsLost,
    membershipsLost: loss.membershipsLost.size + membershipsLost,
    groupsEmptied: emptied.length,
    orgAdminsBefore: admins + orgAdminsLost,
    orgAdminsAfter: changes.some(({ kind }) => mayConcernAdmins[kind])
      ? adminsAfter(people.activeOrgAdmins(), changes, people.find)
      : admins,
  };
}
export type Earlier = {
  readonly suspended: number;
  readonly changed: number;
  readonly membershipsLost: number;
  readonly orgAdminsLost: number;
};

/** Complete by its type: a new kind of step does not compile until somebody says whether it may concern an org admin. */
const mayConcernAdmins: Readonly<Record<DirectoryChange['kind'], boolean>> = {
  'user-created': false,
  'user-changed': false,
  'user-suspended': true,
  'user-reactivated': true,
  'user-removed': true,
  'role-granted': true,
  'role-revoked': true,
  'group-created': false,
  'group-renamed': false,
  'group-removed': false,
  'member-added': false,
  'member-removed': false,
};

function adminsAfter(
  before: readonly string[],
  changes: readonly DirectoryChange[],
  find: (subject: string) => DirectoryUser | undefined,
): number {
  const active = new Set(before);
  const roles = new Map<string, boolean>();
  const isAdmin = (subject: string): boolean => roles.get(subject) ?? find(subject)?.roles.includes('org-admin') === true;
  for (const change of changes) {
    if (endsSomebody(change)) active.delete(change.subject);
    if (change.kind === 'user-reactivated' && isAdmin(change.subject)) active.add(change.subject);
    if (change.kind === 'role-revoked') {
      roles.set(change.subject, false);
      active.delete(change.subject);
    }
    if (change.kind === 'role-granted') {
      roles.set(change.subject, true);
      if (find(change.subject)?.status === 'active') active.add(change.subject);
    }
  }
  return active.size;
}

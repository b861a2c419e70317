/** What org admins do to people and groups by hand: the only way to the org-admin role (S10). */
import type { DirectoryChange } from '../../../kernel/directory.ts';
import type { Asker, DirectoryAdministration, PersonChange } from '../../../kernel/directory-administration.ts';
import { newSubject } from '../directory.ts';
import { type AdministrationParts, demandOrder } from './parts.ts';

type ByHand = Pick<DirectoryAdministration, 'changePerson' | 'createGroup' | 'removeGroup' | 'changeMember'>;

const nameForm = /^[\p{L}\p{N} _-]{1,80}$/u;

export function byHand(parts: AdministrationParts): ByHand {
  const { directory, changing, random } = parts;
  const { people, groups } = directory.stored;
  const change = (found: () => boolean, wanted: DirectoryChange, by: Asker): Promise<void> =>
    changing.exclusively(async () => {
      demandOrder(parts, { found: found() });
      await changing.change({ ...by, origin: 'by-hand', changes: [wanted] });
    });
  return {
    changePerson: (subject, to, by) => change(() => people.find(subject) !== undefined, stepFor(subject, to), by),
    createGroup: (name, by) =>
      changing.exclusively(async () => {
        demandOrder(parts, { nameUsable: nameForm.test(name) && groups.byName(name) === undefined });
        const group = { id: newSubject(random).replace('u-', 'g-'), name, changedAtMs: 0 };
        await changing.change({ ...by, origin: 'by-hand', changes: [{ kind: 'group-created', group }] });
        return group.id;
      }),
    removeGroup: (group, by) => change(() => groups.find(group) !== undefined, { kind: 'group-removed', group }, by),
    changeMember: ({ group, subject }, to, by) =>
      change(
        () => groups.find(group) !== undefined && people.find(subject) !== undefined,
        { kind: to === 'in' ? 'member-added' : 'member-removed', group, subject, source: 'manual' },
        by,
      ),
  };
}

function stepFor(subject: string, change: PersonChange): DirectoryChange {
  switch (change) {
    case 'suspend':
      return { kind: 'user-suspended', subject };
    case 'reactivate':
      return { kind: 'user-reactivated', subject };
    case 'grant-org-admin':
      return { kind: 'role-granted', subject, role: 'org-admin' };
    case 'revoke-org-admin':
      return { kind: 'role-revoked', subject, role: 'org-admin' };
  }
}

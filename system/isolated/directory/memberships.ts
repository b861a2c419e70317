/** Answers products that ask for somebody's groups, by what the directory holds now: whoever left a group is out of it with the next request. */
import type { DirectoryChange, IdpIdentity } from '../../kernel/directory.ts';
import type { Memberships } from '../../kernel/memberships.ts';
import type { Clock, Random } from '../../kernel/ports.ts';
import { applyAll, type Stored } from './apply.ts';
import type { Directory } from './directory.ts';

export const membershipsIn = ({ people, groups }: Stored): Memberships => ({
  groupsOf: (subject) => {
    const user = people.find(subject);
    if (user?.status !== 'active') return [];
    const ids = new Set(user.memberships.map(({ group }) => group));
    return [...ids].flatMap((id) => {
      const group = groups.find(id);
      return group ? [{ id, name: group.name }] : [];
    });
  },
});

export type GivenGroup = { readonly name: string; readonly members: readonly IdpIdentity[] };

/** A group with its members, who become known by it. For provisioning; one that is there already stays as it is. */
export function provisionGroup(
  { stored, subjectOf }: Directory,
  { name, members }: GivenGroup,
  { random, clock }: { readonly random: Random; readonly clock: Clock },
): void {
  if (stored.groups.byName(name)) return;
  const id = `g-${Buffer.from(random.bytes(12)).toString('hex')}`;
  const joined = members.map(
    (identity): DirectoryChange => ({ kind: 'member-added', group: id, subject: subjectOf(identity), source: 'manual' }),
  );
  applyAll(stored, [{ kind: 'group-created', group: { id, name, changedAtMs: clock.now() } }, ...joined], { nowMs: clock.now() });
}

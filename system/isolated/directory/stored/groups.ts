/** What is stored of groups: each by id and by name, and who is in it. What somebody is in by whose word stands with the person. */
import type { DirectoryGroup } from '../../../kernel/directory.ts';
import type { Store } from '../../../kernel/ports.ts';
import { countsIn } from './counts.ts';
import { userNameKey } from './people.ts';

export type Groups = {
  find(id: string): DirectoryGroup | undefined;
  /** Without regard to case. */
  byName(name: string): DirectoryGroup | undefined;
  list(): readonly DirectoryGroup[];
  members(id: string): readonly string[];
  countMembers(id: string): number;
  /** Of all groups together. */
  countAllMembers(): number;
  put(group: DirectoryGroup): void;
  remove(id: string): void;
  noteMember(id: string, subject: string, isMember: boolean): void;
};

const groups = 'directory.group';
const names = 'directory.group-name';
const members = (id: string): string => `directory.members ${id}`;

export function groupsIn(store: Store): Groups {
  const counts = countsIn(store);
  const find = (id: string): DirectoryGroup | undefined => store.get<DirectoryGroup>(groups, id);
  const forgetName = (id: string): void => {
    const before = find(id);
    if (before) store.delete(names, userNameKey(before.name));
  };
  return {
    find,
    byName: (name) => {
      const id = store.get<string>(names, userNameKey(name));
      return id === undefined ? undefined : find(id);
    },
    list: () => store.list<DirectoryGroup>(groups).map(({ value }) => value),
    members: (id) => store.list(members(id)).map(({ key }) => key),
    countMembers: (id) => counts.of(members(id)),
    countAllMembers: () => counts.of('members'),
    put: (group) => {
      forgetName(group.id);
      store.put(groups, group.id, group);
      store.put(names, userNameKey(group.name), group.id);
    },
    remove: (id) => {
      forgetName(id);
      store.delete(groups, id);
    },
    noteMember: (id, subject, isMember) => {
      const wasMember = store.get(members(id), subject) !== undefined;
      if (wasMember === isMember) return;
      for (const what of [members(id), 'members']) counts.add(what, isMember ? 1 : -1);
      if (isMember) store.put(members(id), subject, true);
      else store.delete(members(id), subject);
    },
  };
}

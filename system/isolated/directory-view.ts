/** The directory as AdminHub's pages show it. */
import type { DirectoryView, ListedConnector } from '../kernel/directory-view.ts';
import type { Directory, DirectoryService } from './directory/index.ts';

export function directoryView({ stored, domains }: Directory, { connectors }: Pick<DirectoryService, 'connectors'>): DirectoryView {
  const { people, groups } = stored;
  return {
    people: people.list,
    countPeople: people.count,
    find: people.find,
    orgAdmins: () => people.activeOrgAdmins().flatMap((subject) => people.find(subject) ?? []),
    groups: () => groups.list().map(({ id, name, changedAtMs }) => ({ id, name, changedAtMs, members: groups.countMembers(id) })),
    connectors: () =>
      connectors().map(({ name, madeAtMs, revoked, stopped }): ListedConnector => ({ name, madeAtMs, revoked: revoked === true, stopped })),
    domains: domains.list,
  };
}

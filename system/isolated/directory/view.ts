/** The directory as AdminHub's pages show it: nothing secret, and nothing that could be changed. */
import type { DirectoryView } from '../../kernel/directory-view.ts';
import type { Connectors } from './connectors.ts';
import type { Directory } from './directory.ts';
import type { ActiveRules } from './group-rules/active-rules.ts';
import type { HeldChanges } from './held.ts';
import type { UploadedFeed } from './hr-feed/uploaded.ts';

type Shown = {
  readonly directory: Directory;
  readonly connectors: Pick<Connectors, 'list'>;
  readonly active: ActiveRules;
  readonly held: Pick<HeldChanges, 'list' | 'count'>;
  readonly uploaded: Pick<UploadedFeed, 'waiting'>;
  readonly hrFeedUrl: URL | undefined;
};

export function directoryView({ directory, connectors, active, held, uploaded, hrFeedUrl }: Shown): DirectoryView {
  const { stored, domains } = directory;
  const { people, groups } = stored;
  return {
    people: people.list,
    countPeople: people.count,
    countActive: people.countActive,
    find: people.find,
    orgAdmins: () => people.activeOrgAdmins().flatMap((subject) => people.find(subject) ?? []),
    groups: () =>
      groups
        .list()
        .map(({ id, name, managedBy, changedAtMs }) => ({ id, name, managedBy, changedAtMs, members: groups.countMembers(id) }))
        .toSorted((one, other) => one.name.localeCompare(other.name)),
    members: (group, limit) =>
      groups
        .members(group)
        .slice(0, limit)
        .flatMap((subject) => people.find(subject) ?? [])
        .toSorted((one, other) => (one.userName ?? one.subject).localeCompare(other.userName ?? other.subject, 'en', { numeric: true }))
        .map(({ subject, userName, memberships }) => ({
          subject,
          userName,
          sources: memberships.flatMap((each) => (each.group === group ? [each.source] : [])),
        })),
    connectors: () =>
      connectors
        .list()
        .map(({ name, issuer, madeAtMs, revoked, stopped }) => ({ name, issuer, madeAtMs, revoked: revoked === true, stopped })),
    stoppedConnectors: () => connectors.list().flatMap(({ name, stopped, revoked }) => (stopped && !revoked ? [name] : [])),
    domains: domains.list,
    rules: active.current,
    rulesDraft: active.draft,
    feedAddress: () => hrFeedUrl && `${hrFeedUrl.origin}${hrFeedUrl.pathname}`,
    feedUpload: uploaded.waiting,
    held: () => held.list().map(({ outdated: _, ...each }) => each),
    countHeld: held.count,
  };
}

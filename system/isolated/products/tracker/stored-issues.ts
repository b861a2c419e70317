/** What is stored of the tracker: issues under ids that nobody can guess. Only what everybody may see has a number: a gap would tell of what is hidden. */
import type { Clock, Random, Store } from '../../../kernel/ports.ts';
import { newSecret } from '../../../kernel/secret-handle.ts';

export type Issue = {
  readonly title: string;
  readonly owner: string;
  readonly openedAtMs: number;
  readonly readers: 'all' | 'private';
  readonly number?: number | undefined;
  readonly closed?: true | undefined;
};
export type StoredIssue = { readonly id: string; readonly issue: Issue };

export type StoredIssues = {
  find(id: string): Issue | undefined;
  /** Those that this subject may see, and no others: in the order in which they were opened. */
  visibleTo(subject: string): readonly StoredIssue[];
  /** Gives it its number, if it is to have one. */
  open(id: string, issue: Issue): Issue;
  put(id: string, issue: Issue): void;
};

const collection = 'tracker.issue';

export const newIssueId = (random: Random): string => newSecret(random);
export type MayRead = (issue: Issue, subject: string) => boolean;
export const mayRead: MayRead = ({ owner, readers }, subject) => readers === 'all' || owner === subject;

export function issuesIn(store: Store, readable: MayRead = mayRead): StoredIssues {
  const all = (): readonly StoredIssue[] => store.list<Issue>(collection).map(({ key, value }) => ({ id: key, issue: value }));
  const order = ({ issue }: StoredIssue): number => issue.number ?? Number.MAX_SAFE_INTEGER;
  const put = (id: string, issue: Issue): void => store.put(collection, id, issue);
  return {
    find: (id) => store.get<Issue>(collection, id),
    visibleTo: (subject) =>
      all()
        .filter(({ issue }) => readable(issue, subject))
        .toSorted((one, other) => one.issue.openedAtMs - other.issue.openedAtMs || order(one) - order(other)),
    open: (id, issue) => {
      const next = Math.max(0, ...all().map((each) => each.issue.number ?? 0)) + 1;
      const opened = { ...issue, ...(issue.readers === 'all' ? { number: next } : {}) };
      put(id, opened);
      return opened;
    },
    put,
  };
}

/** Issues that a new cloud comes with: three for everybody, and one for nobody but whoever set the cloud up. */
export function seedTracker(store: Store, { clock, random }: { readonly clock: Clock; readonly random: Random }): void {
  const issues = issuesIn(store);
  const first: readonly Pick<Issue, 'title' | 'readers'>[] = [
    { title: 'Renew the certificate of the mail relay', readers: 'all' },
    { title: 'Write down who holds the second hardware key', readers: 'all' },
    { title: 'Rehearse the day the identity provider fails', readers: 'all' },
    { title: 'Shred the printed registration links', readers: 'private' },
  ];
  for (const each of first) issues.open(newIssueId(random), { ...each, owner: 'u-provisioning', openedAtMs: clock.now() });
}

/** What is stored of the wiki: its pages with owner, readers and comments, each under an id that nobody can guess. */
import type { Clock, Random, Store } from '../../../kernel/ports.ts';
import { newSecret } from '../../../kernel/secret-handle.ts';

/** `{ group }` is the id of a group of the directory. */
export type Readers = 'private' | 'all' | { readonly group: string };
export type Comment = { readonly text: string; readonly by: string; readonly atMs: number };
export type WikiPage = {
  readonly title: string;
  readonly text: string;
  readonly owner: string;
  readonly readers: Readers;
  readonly comments: readonly Comment[];
  readonly changedAtMs: number;
};
export type Written = Pick<WikiPage, 'title' | 'text' | 'readers'>;
export type Reader = { readonly subject: string; readonly groups: readonly string[] };
export type StoredPage = { readonly id: string; readonly page: WikiPage };

export type StoredPages = {
  find(id: string): WikiPage | undefined;
  /** Those that this reader may see, and no others: by title. */
  visibleTo(reader: Reader): readonly StoredPage[];
  put(id: string, page: WikiPage): void;
};

const collection = 'wiki.page';

export const newPageId = (random: Random): string => newSecret(random);

/** An owner sees every page of their own; everybody else what it was put before. */
export function mayRead({ owner, readers }: WikiPage, { subject, groups }: Reader): boolean {
  if (owner === subject || readers === 'all') return true;
  return readers !== 'private' && groups.includes(readers.group);
}

export const pagesIn = (store: Store): StoredPages => ({
  find: (id) => store.get<WikiPage>(collection, id),
  visibleTo: (reader) =>
    store
      .list<WikiPage>(collection)
      .flatMap(({ key, value }) => (mayRead(value, reader) ? [{ id: key, page: value }] : []))
      .toSorted((one, other) => one.page.title.localeCompare(other.page.title, 'en')),
  put: (id, page) => store.put(collection, id, page),
});

/** Pages that a new cloud comes with: two for everybody, and one for nobody but whoever set the cloud up. */
export function seedWiki(store: Store, { clock, random }: { readonly clock: Clock; readonly random: Random }): void {
  const owner = 'u-provisioning';
  const first: readonly Written[] = [
    { title: 'Start here', text: 'What is written in this wiki stays inside this cloud.', readers: 'all' },
    {
      title: 'When the identity provider is away',
      text: 'Sessions that are open go on. Org admins reach AdminHub by break-glass, from the listed networks, with their hardware key.',
      readers: 'all',
    },
    { title: 'Notes of the installation', text: 'The registration links of both break-glass accounts were used.', readers: 'private' },
  ];
  for (const each of first) pagesIn(store).put(newPageId(random), { ...each, owner, comments: [], changedAtMs: clock.now() });
}

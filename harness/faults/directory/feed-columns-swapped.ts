/** The header is right, and what stands below it is not: department and title of everybody changed places (N-05, N-06). */
import { feedFault } from './directory-fault.ts';

export const feedColumnsSwapped = feedFault({
  name: 'directory.feed-columns-swapped',
  title: 'The personnel system exports departments as titles, and titles as departments.',
  meets: 'directory.mass-change.too-many-changed',
  change: (honest) => ({
    ...honest,
    people: honest.people.map((person) => ({ ...person, department: person.title, title: person.department })),
  }),
  seen: ({ rows }, honest) => {
    const titles = new Set(honest.map(({ title }) => title));
    return rows.length === honest.length && rows.every(([, , , , department = '']) => titles.has(department));
  },
});

/** One employee id stands on two lines, and nobody can say which one counts (N-06). */
import { feedFault } from './directory-fault.ts';

export const feedPersonTwice = feedFault({
  name: 'directory.feed-person-twice',
  title: 'The personnel system exports one person twice.',
  meets: 'directory.hr-feed.person-repeated',
  change: (honest) => ({ ...honest, people: [...honest.people, ...honest.people.slice(0, 1)] }),
  seen: ({ rows }) => new Set(rows.map(([id]) => id)).size === rows.length - 1,
});

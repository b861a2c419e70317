/** Half of the people are missing from the export, as after a query that was filtered by mistake (N-06, N-08). */
import { feedFault } from './directory-fault.ts';

export const feedHalved = feedFault({
  name: 'directory.feed-halved',
  title: 'The personnel system exports half of its people.',
  meets: 'directory.mass-change.too-many-suspended',
  change: (honest) => ({ ...honest, people: honest.people.filter((_, at) => at % 2 === 1) }),
  seen: ({ rows }, honest) => 2 * rows.length === honest.length,
});

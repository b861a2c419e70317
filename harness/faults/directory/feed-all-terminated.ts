/** Everybody is marked as having left, as by a default that was set wrong (N-04, N-06). */
import { feedFault } from './directory-fault.ts';

export const feedAllTerminated = feedFault({
  name: 'directory.feed-all-terminated',
  title: 'The personnel system says of everybody that they have left.',
  meets: 'directory.mass-change.too-many-suspended',
  change: (honest) => ({ ...honest, people: honest.people.map((person) => ({ ...person, status: 'terminated' })) }),
  seen: ({ rows }, honest) => rows.length === honest.length && rows.every((row) => row.at(-1) === 'terminated'),
});

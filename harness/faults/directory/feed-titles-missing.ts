/** A column that was renamed at its source comes out empty for everybody (N-05). */
import { feedFault } from './directory-fault.ts';

export const feedTitlesMissing = feedFault({
  name: 'directory.feed-titles-missing',
  title: 'The personnel system exports an empty title for everybody.',
  meets: 'directory.hr-feed.line-broken',
  change: (honest) => ({ ...honest, people: honest.people.map((person) => ({ ...person, title: '' })) }),
  seen: ({ rows }, honest) => rows.length === honest.length && rows.every((row) => row.at(-2) === ''),
});

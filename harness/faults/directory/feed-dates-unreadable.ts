/** After an update of the personnel system its dates are written in another order, the day first (N-06). RFC 3339 §5.6. */
import { hrColumns, hrDateColumns } from '../../automation/index.ts';
import { feedFault } from './directory-fault.ts';

export const feedDatesUnreadable = feedFault({
  name: 'directory.feed-dates-unreadable',
  title: 'The personnel system exports its dates with the day first.',
  meets: 'directory.hr-feed.date-wrong',
  change: (honest) => ({
    ...honest,
    columns: [...hrColumns, ...hrDateColumns],
    people: honest.people.map((person) => ({ ...person, start_date: '31.01.2020' })),
  }),
  seen: ({ rows }) => rows.length > 0 && rows.every((row) => row[hrColumns.length] === '31.01.2020'),
});

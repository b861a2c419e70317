/** The export of the personnel system holds its header and nobody (N-06). */
import { feedFault } from './directory-fault.ts';

export const feedEmpty = feedFault({
  name: 'directory.feed-empty',
  title: 'The personnel system exports a header, and nobody below it.',
  meets: 'directory.hr-feed.empty',
  change: (honest) => ({ ...honest, people: [] }),
  seen: ({ status, header, rows }) => status === 200 && header !== '' && rows.length === 0,
});

/** After an update of the personnel system its columns stand in another order, with their names (N-05). RFC 4180 §2. */
import { hrColumns } from '../../automation/index.ts';
import { feedFault } from './directory-fault.ts';

export const feedColumnsMoved = feedFault({
  name: 'directory.feed-columns-moved',
  title: 'The personnel system exports its columns in another order.',
  meets: 'directory.hr-feed.header-other',
  change: (honest) => ({ ...honest, columns: hrColumns.toReversed() }),
  seen: ({ header }) => header === hrColumns.toReversed().join(','),
});

/** The export is written in Latin-1 and says that it is UTF-8 (N-06). RFC 3629 §3. */
import { feedFault } from './directory-fault.ts';

export const feedMisEncoded = feedFault({
  name: 'directory.feed-mis-encoded',
  title: 'The personnel system exports in another encoding than it says.',
  meets: 'directory.hr-feed.not-utf8',
  change: (honest) => ({ ...honest, encoding: 'latin1' }),
  seen: ({ text }) => text.includes('\ufffd'),
});

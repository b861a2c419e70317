/** The personnel system is up and has no file to hand out (N-06). RFC 9110 §15.6.4. */
import { feedFault } from './directory-fault.ts';

export const feedUnavailable = feedFault({
  name: 'directory.feed-unavailable',
  title: 'The personnel system answers 503 in the place of its file.',
  meets: 'directory.hr-feed.not-received',
  change: (honest) => ({ ...honest, status: 503, people: [] }),
  seen: ({ status }) => status === 503,
});

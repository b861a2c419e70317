/** Fronts before the edge that repair what they read: what no careful reader can be talked into is served all the same (RFC 9112 §11.2, RFC 6265 §8.6). */
import type { WorldDefect } from './defect.ts';
import { front } from './front.ts';
import { withSessionCookie } from './repaired-cookies.ts';
import { repairedRequest } from './repaired-request.ts';

export const everythingIsARequest = front(
  'everything-is-a-request',
  'Somebody before the edge makes a request of whatever comes, and hands that on.',
  () => ({ repair: repairedRequest }),
);

const cookieThatCounts = (counts: 'first' | 'last'): WorldDefect =>
  front(
    `the-${counts}-cookie-counts`,
    `Somebody before the edge makes the session cookie of whatever looks like one, and of several takes the ${counts}.`,
    () => ({
      repair: (text, over) => {
        const request = repairedRequest(text, over);
        return request && withSessionCookie(request, counts);
      },
    }),
  );
export const firstCookieCounts = cookieThatCounts('first');
export const lastCookieCounts = cookieThatCounts('last');

/** Fronts before the edge that change the head of our answers, as caches and portals do that want to be of help: pages that may be framed, pages that are kept, and pages that do not forget themselves (S4, K-04). */
import { front } from './front.ts';

/** Whole requests, as they came. */
const untouched = (text: string): string | undefined => {
  const end = text.indexOf('\r\n\r\n');
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1] ?? 0);
  return end >= 0 && text.length >= end + 4 + length ? text : undefined;
};

export const framesAreAllowed = front(
  'frames-are-allowed',
  'Somebody before the edge takes the content security policy off every answer.',
  () => ({
    repair: untouched,
    headOfAnswer: (head) => head.replaceAll(/\r\ncontent-security-policy: [^\r]*/gi, ''),
  }),
);

export const pagesAreKept = front('pages-are-kept', 'Somebody before the edge lets browsers keep every page for ten minutes.', () => ({
  repair: untouched,
  headOfAnswer: (head) => head.replaceAll(/\r\ncache-control: no-store/gi, '\r\ncache-control: private, max-age=600'),
}));

export const leftPagesRememberAll = front(
  'left-pages-remember-all',
  'Somebody before the edge allows the first script of our pages no more, by which a page forgets itself when it is left.',
  () => ({
    repair: untouched,
    headOfAnswer: (head) => head.replaceAll(/(script-src) 'sha256-[^']+'/gi, '$1'),
  }),
);

/** A page that is being left when it is read is asked again until one stands; for ever is too long. */
import { EventEmitter } from 'node:events';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { navigate } from '../harness/actors/browser/navigation.ts';

/** Moves on while it is read, so many times; then it stands. */
function pageThatMoves(times: number): Page {
  let reads = 0;
  const page = Object.assign(new EventEmitter(), {
    waitForLoadState: async () => {},
    url: () => 'https://cloud.acme.test/stands',
    isClosed: () => false,
    content: async () => {
      await new Promise(setImmediate);
      reads += 1;
      if (reads <= times)
        throw new Error('page.content: Unable to retrieve content because the page is navigating and changing the content.');
      return '<!doctype html><title>It stands</title>';
    },
  });
  return page as unknown as Page;
}
const visited = (page: Page, timeoutMs: number) =>
  navigate(page, { timeoutMs, begin: async () => {} }, { died: () => false, connections: [] });

test('however often it moves on within the limit, the page that stands is read', async () => {
  expect(await visited(pageThatMoves(200), 10_000)).toMatchObject({ kind: 'answer', url: new URL('https://cloud.acme.test/stands') });
});

test('a page that never stands has timed out, and nothing broke', async () => {
  expect(await visited(pageThatMoves(Number.POSITIVE_INFINITY), 50)).toMatchObject({ kind: 'fault', symptom: 'timed-out' });
});

/** Pages that were left, in a real browser: whether it keeps them alive at all, and waiting for one that asks for itself anew when it is shown again. HTML §7.4.2 (the back/forward cache). */
import type { BrowserContext, Page } from 'playwright-core';
import { TimeRanOut } from '../../time-limit/bounded.ts';
import { limits } from '../limits.ts';

/** Of nobody, and served by the harness alone: nothing is asked over the network for them. */
const pages = { left: 'https://left.example.test/', next: 'https://next.example.test/' } as const;
/** As our pages are: what may not be stored is kept alive all the same. */
const answer = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: '<!doctype html><title>Nobody’s page</title><link rel="icon" href="data:,"><p>Nothing',
};

/** A page without a script is marked, left, and gone back to: true when the mark is still on it. One that was loaded anew, or cannot be, bears none. */
export async function leftPageComesBack(context: BrowserContext): Promise<boolean> {
  const tab = await context.newPage();
  const timeout = limits.housekeepingTimeoutMs;
  const loaded = { waitUntil: 'domcontentloaded', timeout } as const;
  try {
    for (const address of Object.values(pages)) await tab.route(address, (route) => route.fulfill(answer));
    await tab.goto(pages.left, loaded);
    await tab.evaluate('document.body.dataset.mark = "left alive"');
    await tab.goto(pages.next, loaded);
    // Of a page that comes back alive the driver hears no beginning.
    await tab.goBack({ waitUntil: 'commit', timeout });
    return await tab.evaluate<boolean>(`location.href === '${pages.left}' && document.body.dataset.mark === 'left alive'`);
  } finally {
    await tab.close();
  }
}

/** Waits while what stands there has nothing at all in it, which is a page that forgot itself when it was left and is on its way to be asked for anew, or is still read. The document says so itself: of one that was left alive the driver hears no beginning. */
export async function shownAgain(page: Page, timeoutMs: number): Promise<void> {
  const untilMs = performance.now() + timeoutMs;
  while (await isOnItsWay(page)) if (performance.now() > untilMs) throw new TimeRanOut('a page that is shown again', timeoutMs);
}

/** A document that is taken away while it is asked is on its way, too. */
const isOnItsWay = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>("document.readyState === 'loading' || !document.documentElement?.hasChildNodes()").catch((error: unknown) => {
    if (error instanceof Error && error.message.includes('Execution context was destroyed')) return true;
    throw error;
  });

/** A small page of ours in a foreign origin's place: served to the browser for one address and once, so that its scripts and forms really come from that origin. */
import type { Page } from 'playwright-core';
import { limits } from '../limits.ts';
import { visitingPath } from '../wire/request-headers.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Stands in the origin with an empty document. Nothing is asked over the network for it. */
export async function standIn(page: Page, origin: URL, body = ''): Promise<void> {
  const address = new URL(visitingPath, origin).href;
  const answer = {
    status: 200,
    contentType: 'text/html; charset=utf-8',
    body: `<!doctype html><title>Visiting page</title><link rel="icon" href="data:,">${body}`,
  };
  await page.route(address, (route) => route.fulfill(answer), { times: 1 });
  await page.goto(address, { waitUntil: 'domcontentloaded', timeout: limits.housekeepingTimeoutMs });
  await page.unroute(address);
}

/** A form as an attacker's page would hold it; `to` and values are escaped. */
export function formMarkup(to: URL, values: Readonly<Record<string, string>>): string {
  const fields = Object.entries(values).map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`);
  return `<form method="post" action="${escaped(to.href)}">${fields.join('')}<button>send</button></form>`;
}

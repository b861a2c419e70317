/** A page forgets itself when it is left, under its own policy: what a browser keeps alive behind the page in front is empty, and asks anew when it is shown again. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { html, renderPage } from '../system/kernel/html.ts';
import { openStage, type Stage } from './actors-stage.ts';

const address = 'https://tracker.acme.isolated.test/issue';
const said = 'Only for whoever is signed in';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  const { exits } = await stage.options();
  const { context } = await stage.browser.hold({ proxy: { server: exits.home?.url ?? '' } });
  page = await context.newPage();
  const { body, policy } = renderPage({ title: 'An issue', place: 'acme', body: html`<p>${said}</p>` }, 'abcde-fghjk-mnpqr-stuvw');
  stage.play(() => ({ headers: { 'content-security-policy': policy, 'cache-control': 'no-store' }, html: body }));
}, 60_000);
afterAll(() => stage.close());

const asked = (): number => stage.heard.filter(({ path }) => path === '/issue').length;
const moved = (name: 'pagehide' | 'pageshow', persisted: boolean): Promise<unknown> =>
  page.evaluate(`void dispatchEvent(new PageTransitionEvent('${name}', { persisted: ${persisted} }))`);
const read = (): Promise<string> => page.evaluate<string>("document.body?.innerText ?? ''");

test('what is left is empty, whoever keeps it, and what is shown again is asked for again', async () => {
  await page.goto(address);
  expect(await read()).toContain(said);
  await moved('pageshow', false);
  expect([asked(), await read()]).toEqual([1, expect.stringContaining(said)]);
  await moved('pagehide', true);
  expect(await read()).toBe('');
  const again = page.waitForNavigation();
  await moved('pageshow', true);
  await again;
  expect([asked(), await read()]).toEqual([2, expect.stringContaining(said)]);
});

/** The customer's start page in a real browser, by keycloak-js as its package brings it: one sign-in opens every tile, and without an identity provider it says so in bounded time. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { hosts, people } from '../harness/fixtures/fixtures.ts';
import type { RunningWorld } from '../harness/world/world.ts';
import { type BootedWorld, bootedWorld } from './booted-world.ts';

let whole: BootedWorld;
let world: RunningWorld;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  whole = await bootedWorld({ mode: 'browser', seed: 11 });
  ({ world } = whole);
}, 120_000);
afterAll(() => whole?.close());
beforeEach(async () => {
  const { personBrowser } = whole.booted;
  if (!personBrowser) throw new Error('this run has no browser');
  ({ context } = await personBrowser.hold({ proxy: { server: world.exits.hq.url }, viewport: { width: 360, height: 740 } }));
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
});

const startPage = `https://${hosts.launchpad}/`;
const heading = (name: string) => page.getByRole('heading', { level: 1, name });

async function signIn(): Promise<void> {
  await page.goto(startPage);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('[name=username]').fill('uma');
  await page.locator('[name=password]').fill(people.uma.password);
  await page.locator('button[type=submit], input[type=submit], form button').first().click();
  await heading('Your applications').waitFor({ timeout: 10_000 });
}

/** What a person with a screen reader, or with weak eyes, would meet: nothing, at both widths. */
async function looksRight(name: string): Promise<void> {
  const axe = createRequire(import.meta.url).resolve('axe-core');
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    const source = await import('node:fs/promises').then(({ readFile }) => readFile(axe, 'utf8'));
    await page.evaluate(source);
    const violations = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))');
    expect(violations, `${name} at ${width}`).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${name} fits ${width}`).toBe(true);
    if (process.env.TEMPERED_SCREENSHOTS) await page.screenshot({ path: join(process.env.TEMPERED_SCREENSHOTS, `${name}-${width}.png`) });
  }
}

test('one sign-in at the start page, and its tiles open the tracker and the wiki without a prompt', async () => {
  const refused: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && refused.push(message.text())));
  await page.goto(startPage);
  await heading('Start page').waitFor();
  await looksRight('welcome');
  await signIn();
  await looksRight('tiles');
  await page.getByRole('link', { name: 'Tracker' }).click();
  await page.waitForURL(`https://${hosts.tracker}/`);
  await heading('Issues').waitFor();
  await looksRight('tracker');
  await page.goto(startPage);
  await page.goto(`https://${hosts.wiki}/`);
  await heading('Pages').waitFor();
  await looksRight('wiki');
  await page.getByRole('link', { name: 'Start here' }).click();
  await heading('Start here').waitFor();
  await looksRight('wiki-page');
  expect(refused).toEqual([]);
}, 60_000);

test('tokens stay in the page’s memory: nothing of them is in a store of the browser, in an address, or in a cookie', async () => {
  await signIn();
  const kept = await page.evaluate('JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie])');
  expect(kept).not.toMatch(/eyJ|access_token|id_token|refresh/);
  expect(page.url()).toBe(startPage);
});

test('what the page may load and whom it may ask is its own host and the identity provider', async () => {
  const asked = new Set<string>();
  page.on('request', (request) => void asked.add(new URL(request.url()).hostname));
  const answer = await page.goto(startPage);
  await heading('Start page').waitFor();
  expect(asked).toEqual(new Set([hosts.launchpad, hosts.idp]));
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; connect-src https://idp.acme.test;");
  expect(policy).not.toContain('unsafe');
});

test.each(['refuse', 'blackHole'] as const)(
  'when the identity provider is away (%s), the page says so within its limit, with the way to the status page and none to break-glass',
  async (how) => {
    const heal = await world.view.faultProxy[how]();
    try {
      const beganAtMs = performance.now();
      await page.goto(startPage);
      await heading('Sign-in is not available').waitFor({ timeout: 10_000 });
      expect(performance.now() - beganAtMs).toBeLessThan(10_000);
      await looksRight(`away-${how}`);
      expect(await page.getByRole('button').count()).toBe(0);
      expect(await page.content()).not.toMatch(/break.?glass|admin\./i);
      await page.getByRole('link', { name: 'status page' }).click();
      await heading('Status').waitFor();
    } finally {
      await heal();
    }
  },
  60_000,
);

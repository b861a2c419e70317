/** The window of `up --headed`: keys in every tab with one counter for all, and a clear word where there can be no window. */
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPersonWindow, type RunBrowser } from '../harness/actors/index.ts';
import { demandWindow } from '../harness/cli/demand-window.ts';
import { bootedWorld } from './booted-world.ts';
import { tempered } from './cli-process.ts';

/** The same browser, with its newest context in reach. */
function watched(browser: RunBrowser) {
  const contexts: BrowserContext[] = [];
  const hold: RunBrowser['hold'] = async (options) => {
    const held = await browser.hold(options);
    contexts.push(held.context);
    return held;
  };
  return { browser: { ...browser, hold }, contexts };
}

async function signIn(page: Page, account: string, password: string): Promise<void> {
  await page.locator('[name=account]').fill(account);
  await page.locator('[name=password]').fill(password);
  await page.locator('form button').first().click();
  await page.waitForURL((url) => url.pathname === '/', { waitUntil: 'domcontentloaded' });
}

test('a person signs in by break-glass in one tab and then in another, with the same key', async () => {
  const { booted, world, close } = await bootedWorld({ mode: 'browser', seed: 5 });
  try {
    const { browser, contexts } = watched(booted.personBrowser as RunBrowser);
    const url = new URL('/break-glass', world.target.origins.admin);
    const before = world.keys.keysOf('harbour-one');
    const window = await openPersonWindow({ browser, exit: world.exits.hq, keys: before, nameOf: () => 'harbour-one', url });
    const [first] = contexts[0]?.pages() ?? [];
    const password = world.keys.passwordOf('harbour-one');
    await signIn(first as Page, 'harbour-one', password);
    await contexts[0]?.clearCookies();
    const second = (await contexts[0]?.newPage()) as Page;
    await second.goto(url.href);
    await signIn(second, 'harbour-one', password);
    await contexts[0]?.clearCookies();
    await first?.goto(url.href);
    await signIn(first as Page, 'harbour-one', password);
    expect(window.keys()[0]?.signCount).toBe((before[0]?.signCount ?? 0) + 3);
    await window.close();
  } finally {
    await close();
  }
}, 90_000);

test('without a full browser it says so with exit 2, and what to do', async () => {
  const { code, stdout, stderr } = await tempered(['up', '--idp', 'embedded', '--headed'], { TEMPERED_BROWSER: '/nowhere/chrome' });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/--headed: no full Chrome or Chromium .*apt-get install chromium/);
});

test('a network without a window is refused, and so is one that does not exist', async () => {
  expect(await tempered(['up', '--from', 'home'])).toMatchObject({ code: 2, stderr: expect.stringContaining('add --headed') });
  expect(await tempered(['up', '--headed', '--from', 'hoem'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('did you mean home?'),
  });
});

test.skipIf(process.platform !== 'linux')('without a screen it says so before anything starts', ({ skip }) => {
  const screenless = { PATH: process.env.PATH };
  try {
    demandWindow({ ...screenless, DISPLAY: ':0' });
  } catch {
    skip('this machine has no full browser');
  }
  expect(() => demandWindow(screenless)).toThrow(/there is no screen/);
});

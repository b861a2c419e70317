/** Every page of AdminHub in a real browser: no violation that axe-core knows, nothing wider than a telephone, and every control reached by the keyboard with a focus that is seen. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunBrowser, runBrowser } from '../harness/actors/browser/run-browser.ts';
import { browserEnvironment, findBrowser } from '../harness/setup/browser.js';
import { filledHub, hubPages, placeIn } from './admin-hub-filled.ts';
import { closeHub, type Hub } from './admin-hub-stage.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const patienceMs = 60_000;
let browser: RunBrowser;
let hub: Hub;

beforeAll(async () => {
  const found = findBrowser();
  if ('missing' in found) throw new Error(`${found.missing}: ${found.remedy}`);
  browser = runBrowser({ executable: found.executable, environment: browserEnvironment(found), trust: { leafKeys: [] } });
  hub = await filledHub();
}, patienceMs);
afterAll(async () => {
  closeHub();
  await browser.close();
});

/** As AdminHub answers it, at this width. */
async function looking<Result>(
  path: string,
  width: number,
  look: (page: Page) => Promise<Result>,
  form?: Record<string, string>,
): Promise<Result> {
  const { context } = await browser.hold({ viewport: { width, height: 800 } });
  try {
    const page = await context.newPage();
    await page.setContent((await hub.call(placeIn(hub, path), await hub.holder(), form)).body);
    return await look(page);
  } finally {
    await context.close();
  }
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = (await page.evaluate('axe.run(document)')) as AxeResults;
  expect(results.passes.length).toBeGreaterThan(10);
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

const opened = (page: Page): Promise<unknown> =>
  page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");

test.each(hubPages)('%s has no violation, and fits a telephone', { timeout: patienceMs }, async (path) => {
  for (const width of [360, 1280])
    await looking(path, width, async (page) => {
      await opened(page);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    });
});

test('a refusal has no violation either', { timeout: patienceMs }, async () => {
  await looking('/idp-settings', 360, async (page) => expect(await violations(page)).toEqual([]), { issuer: 'http://x' });
});

test.each(hubPages)('%s is used by the keyboard alone', { timeout: patienceMs }, async (path) => {
  await looking(path, 1280, async (page) => {
    const controls = "a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex='0']";
    const reachable = (await page.evaluate(
      `[...document.querySelectorAll("${controls}")].filter((each) => each.checkVisibility()).length`,
    )) as number;
    const reached = new Set<string>();
    for (let presses = 0; presses < reachable + 20; presses += 1) {
      await page.keyboard.press('Tab');
      const now = (await page.evaluate(
        "(() => { const one = document.activeElement; if (!one || one === document.body) return ''; const style = getComputedStyle(one); return [...document.querySelectorAll('*')].indexOf(one) + ' ' + (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2); })()",
      )) as string;
      if (now === '') continue;
      expect(now).toMatch(/ true$/);
      reached.add(now);
    }
    expect(reached.size).toBe(reachable);
  });
});

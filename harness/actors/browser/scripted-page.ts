/** Uses the page in front of a browser user as its script made it, by what can be seen and named. */
import type { Locator, Page } from 'playwright-core';
import type { ScriptedPage, Sight } from '../agent.ts';
import { limits } from '../limits.ts';
import type { Start } from './navigation.ts';

type Clicks = {
  clicked(on: Page, what: Locator, timeoutMs: number): Promise<void>;
  run(start: Start): Promise<Sight>;
};

export function scriptedPage(page: Page, { clicked, run }: Clicks): ScriptedPage {
  const clicking = (what: (on: Page) => Locator): Promise<Sight> =>
    run({ timeoutMs: limits.navigationTimeoutMs, begin: (on, timeoutMs) => clicked(on, what(on), timeoutMs) });
  return {
    async shown(selector, timeoutMs) {
      const seen = page.locator(selector).filter({ visible: true }).first();
      try {
        await seen.waitFor({ state: 'visible', timeout: timeoutMs });
        return (await seen.getAttribute('id', { timeout: limits.housekeepingTimeoutMs })) ?? '';
      } catch (error) {
        if (error instanceof Error && error.name === 'TimeoutError') return undefined;
        throw error;
      }
    },
    press: (button) => clicking((on) => on.getByRole('button', { name: button })),
    followLink: (to) => clicking((on) => on.locator(`a[href=${JSON.stringify(to.href)}]`)),
    readable: async () => page.evaluate<readonly string[]>(readableByScript),
  };
}

/** As text, for it runs in the page. */
const readableByScript =
  '[...Object.entries({ ...localStorage }).flat(), ...Object.entries({ ...sessionStorage }).flat(), document.cookie, document.referrer, location.href, window.name]';

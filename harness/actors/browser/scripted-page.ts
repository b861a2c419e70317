/** Uses the page in front of a browser user as its script made it, by what can be seen and named. */
import type { Locator, Page, Response } from 'playwright-core';
import type { ScriptedPage, Sight } from '../agent.ts';
import { limits } from '../limits.ts';
import { leftPageComesBack, shownAgain } from './left-page.ts';
import type { Start } from './navigation.ts';

type Clicks = {
  clicked(on: Page, what: Locator, timeoutMs: number): Promise<void>;
  run(start: Start): Promise<Sight>;
};

export function scriptedPage(page: Page, { clicked, run }: Clicks): ScriptedPage {
  const clicking = (what: (on: Page) => Locator): Promise<Sight> =>
    run({ timeoutMs: limits.navigationTimeoutMs, begin: (on, timeoutMs) => clicked(on, what(on), timeoutMs) });
  const given: Promise<readonly string[]>[] = [];
  page.on('response', (response) => void (isForScript(response) && given.push(tokensIn(response))));
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
    back: () =>
      run({
        timeoutMs: limits.navigationTimeoutMs,
        shownAgain: true,
        begin: async (on, timeoutMs) => {
          await on.goBack({ waitUntil: 'commit', timeout: timeoutMs });
          await shownAgain(on, timeoutMs);
        },
      }),
    keepsLeftPages: () => leftPageComesBack(page.context()),
    text: () => page.evaluate<string>('document.body?.innerText ?? ""'),
    tokens: async () => (await Promise.all(given)).flat(),
  };
}

/** As text, for it runs in the page. */
const readableByScript =
  '[...Object.entries({ ...localStorage }).flat(), ...Object.entries({ ...sessionStorage }).flat(), document.cookie, document.referrer, location.href, window.name]';

const isForScript = (response: Response): boolean =>
  response.request().method() === 'POST' && response.request().resourceType() === 'fetch';

/** What is no JSON, or cannot be read any more, holds none. */
async function tokensIn(response: Response): Promise<readonly string[]> {
  const said: unknown = await response.json().catch(() => undefined);
  if (typeof said !== 'object' || said === null) return [];
  const { access_token, id_token, refresh_token } = said as Readonly<Record<string, unknown>>;
  return [access_token, id_token, refresh_token].filter((token) => typeof token === 'string');
}

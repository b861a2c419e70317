/** A window for a person: behind the exit of one network, with security keys that answer by themselves in every tab. */
import type { Page } from 'playwright-core';
import type { SecurityKey } from '../authenticator/key-ring.ts';
import { plugForPerson, type VirtualAuthenticator } from '../authenticator/virtual-authenticator.ts';
import type { RunBrowser } from './run-browser.ts';

export type PersonWindowOptions = {
  readonly browser: RunBrowser;
  /** The CONNECT proxy of the network that the person stands in. */
  readonly exit: { readonly url: string };
  readonly keys: readonly SecurityKey[];
  /** Under which name the browser offers a key. */
  nameOf(key: SecurityKey): string;
  /** What the first tab shows. */
  readonly url: URL;
};

export type PersonWindow = {
  /** What the keys hold now, counters included. */
  keys(): readonly SecurityKey[];
  close(): Promise<void>;
};

/** Rejects when the browser does not start. A tab that the person closes is gone with its authenticator; the keys are not. */
export async function openPersonWindow({ browser, exit, keys, nameOf, url }: PersonWindowOptions): Promise<PersonWindow> {
  const { context, debugPort, died } = await browser.hold({ proxy: { server: exit.url }, viewport: null });
  const held = new Map(keys.map((key) => [key.credentialId, key]));
  const plugged = new Map<Page, VirtualAuthenticator>();

  async function plug(page: Page): Promise<void> {
    const authenticator = await plugForPerson(page, debugPort, { keys: [...held.values()], nameOf });
    plugged.set(page, authenticator);
    page.once('close', () => plugged.delete(page));
    authenticator.onUse((used) => {
      held.set(used.credentialId, used);
      shareCounters(page);
    });
  }
  /** One key has one counter: a tab that did not hear of a use would look like a copied key. */
  function shareCounters(from: Page): void {
    for (const [page, authenticator] of plugged)
      if (page !== from) authenticator.hold([...held.values()]).catch(() => plugged.delete(page));
  }

  context.on('page', (page) => void plug(page).catch(() => {}));
  const page = await context.newPage();
  await page.goto(url.href, { waitUntil: 'domcontentloaded' });
  return {
    keys: () => [...held.values()],
    close: async () => {
      if (!died()) await context.close();
    },
  };
}

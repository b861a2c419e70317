/** Hands in a real browser: one context behind the exit of a network, one page in front of the person, and a virtual security key in it. */
import type { Locator, Page } from 'playwright-core';
import { bounded } from '../../time-limit/bounded.ts';
import type { Agent, AgentOptions, Entry, Sight } from '../agent.ts';
import { installShim, type Shim } from '../authenticator/attestation-shim.ts';
import type { Hardware } from '../authenticator/make.ts';
import { plugInto, type VirtualAuthenticator } from '../authenticator/virtual-authenticator.ts';
import type { ActorExit } from '../company.ts';
import { limits } from '../limits.ts';
import type { Form } from '../page.ts';
import { follow } from '../wire/followed.ts';
import { rawExchange } from '../wire/raw-exchange.ts';
import type { Route } from '../wire/tunnel.ts';
import { rawRequest } from '../wire/wire-agent.ts';
import { framedIn } from './framing-page.ts';
import { navigate, type Start } from './navigation.ts';
import type { BrowserHold, RunBrowser } from './run-browser.ts';
import { scriptCall } from './script-call.ts';
import { scriptedPage } from './scripted-page.ts';
import { formMarkup, standIn } from './visiting-page.ts';

export type BrowserAgentOptions = AgentOptions & {
  readonly browser: RunBrowser;
  readonly exit: ActorExit;
  readonly route: Route;
  readonly model: Hardware;
};

type Hands = { readonly page: Page; readonly key: VirtualAuthenticator | undefined; readonly shim: Shim | undefined };

/** A fresh context. Rejects when the browser cannot be started at all. */
export async function browserAgent(options: BrowserAgentOptions): Promise<Agent> {
  const { browser, exit, headers } = options;
  const hold = await browser.hold({
    proxy: { server: exit.url },
    extraHTTPHeaders: { ...headers },
    locale: 'en-US',
    serviceWorkers: 'block',
  });
  return inTab(hold, options);
}

/** Hands on a page of their own in this context. */
async function inTab(hold: BrowserHold, options: BrowserAgentOptions): Promise<Agent> {
  const { exit, headers, route } = options;
  const { context, died } = hold;
  const surroundings = { died, connections: exit.connections };
  const { page, key, shim } = await freshPage(hold, options);
  const run = (start: Start): Promise<Sight> => navigate(page, start, surroundings);
  return {
    visit: (url) => run(addressed(url)),
    async submit(form, entry) {
      if (shim) shim.ceremony = entry.ceremony;
      return run({
        timeoutMs: entry.ceremony ? limits.ceremonyTimeoutMs : limits.navigationTimeoutMs,
        begin: (on, timeoutMs) => fillIn(on, form, entry, timeoutMs),
      });
    },
    async call(url) {
      const caller = await context.newPage();
      try {
        return await scriptCall(caller, url, exit.connections);
      } catch (error) {
        if (!died()) throw error;
        return { kind: 'fault', symptom: 'browser-crashed', detail: 'the browser is gone', trail: [] };
      } finally {
        await caller.close().catch(() => {});
      }
    },
    async postFrom(origin, to, form) {
      const arrived = await navigate(
        page,
        { timeoutMs: limits.housekeepingTimeoutMs, begin: (on) => standIn(on, origin, formMarkup(to, form)), stays: true },
        surroundings,
      );
      return arrived.kind === 'fault'
        ? arrived
        : run({ timeoutMs: limits.navigationTimeoutMs, begin: (on, timeoutMs) => clicked(on, on.locator('button'), timeoutMs) });
    },
    frame: (framer, all) => framedIn(page, framer, all),
    cookie: async (url, name) => (await context.cookies(url.href)).find((each) => each.name === name)?.value,
    plantCookie: (url, name, value) =>
      context.addCookies([{ url: url.origin, name, value, secure: true, httpOnly: true, sameSite: 'Lax' }]),
    raw: (url, cookies) => rawRequest(route, url, cookies, headers),
    sendRaw: (url, sending) => rawExchange(route, url, sending),
    follow: (url, asking) => follow(route, url, asking),
    scripts: scriptedPage(page, { clicked, run }),
    tab: () => inTab(hold, { ...options, keys: undefined }),
    keys: async () => (await key?.keys()) ?? [],
    hold: async (keys) => key?.hold(keys),
    screenshot: async () =>
      died() || page.isClosed() ? undefined : page.screenshot({ timeout: limits.housekeepingTimeoutMs, fullPage: true }),
    gone: died,
    close: () => bounded('closing a context', limits.housekeepingTimeoutMs, closing(hold, key)),
  };
}

async function freshPage(hold: BrowserHold, { keys, model }: BrowserAgentOptions): Promise<Hands> {
  const page = await hold.context.newPage();
  if (!keys) return { page, key: undefined, shim: undefined };
  const key = await plugInto(page, hold.debugPort, keys);
  return { page, key, shim: await installShim(page, model, key) };
}

const addressed = (url: URL): Start => ({
  timeoutMs: limits.navigationTimeoutMs,
  begin: (page, timeoutMs) => page.goto(url.href, { waitUntil: 'domcontentloaded', timeout: timeoutMs }),
});

/** Types what a person would type; hidden fields are the page's own business. */
async function fillIn(page: Page, form: Form, { values, button }: Entry, timeoutMs: number): Promise<void> {
  const inPage = page.locator('form').nth(form.index);
  await unfolded(inPage);
  for (const [name, value] of Object.entries(values)) {
    const field = inPage.locator(`[name=${JSON.stringify(name)}]`);
    const timeout = limits.housekeepingTimeoutMs;
    if (form.fields.some((each) => each.name === name && each.type === 'select')) await field.selectOption(value, { timeout });
    else await field.fill(value, { timeout });
  }
  await clicked(page, await buttonIn(inPage, button), timeoutMs);
}

/** What is folded away around a form and in it, from the outside in. */
async function unfolded(form: Locator): Promise<void> {
  const folded = form.locator('xpath=ancestor::details[not(@open)]/summary | descendant::details[not(@open)]/summary');
  while ((await folded.count()) > 0) await folded.first().click({ timeout: limits.housekeepingTimeoutMs });
}

/** The named button, or the first that submits, or one whose script does. */
async function buttonIn(form: Locator, name: string | undefined): Promise<Locator> {
  if (name !== undefined) return form.locator(`button[name=${JSON.stringify(name)}]`).first();
  const submits = form.locator('button:not([type]), button[type=submit], input[type=submit]');
  return ((await submits.count()) > 0 ? submits : form.locator('button')).first();
}

async function clicked(page: Page, button: Locator, timeoutMs: number): Promise<void> {
  const arriving = page.waitForNavigation({ waitUntil: 'domcontentloaded', timeout: timeoutMs });
  arriving.catch(() => {});
  await button.click({ noWaitAfter: true, timeout: limits.housekeepingTimeoutMs });
  await arriving;
}

async function closing({ context, died }: BrowserHold, key: VirtualAuthenticator | undefined): Promise<void> {
  if (died()) return;
  await key?.unplug().catch(() => {});
  await context.close();
}

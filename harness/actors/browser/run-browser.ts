/** The one browser of a run: started when first needed, started anew after it died, and shared by all actors through contexts of their own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { Lease } from '../../idp/driver.ts';
import { opening } from '../../network/opener.ts';
import { bounded } from '../../time-limit/bounded.ts';
import { limits } from '../limits.ts';

/** How the browser comes to trust the run's authority. */
export type BrowserTrust =
  /** A private home with the authority in its certificate database: every certificate error is told precisely. */
  | { readonly homeFolder: string }
  /** SHA-256 of the honest leaves' public keys, base64: any bad certificate is merely "not trusted". */
  | { readonly leafKeys: readonly string[] };

export type RunBrowserOptions = {
  readonly executable: string;
  /** What the browser's process needs beside the usual, e.g. the folder of its libraries. */
  readonly environment: Readonly<Record<string, string>>;
  readonly trust: BrowserTrust;
  /** With a window, for people to watch. */
  readonly headed?: boolean;
  readonly lease?: Lease;
};

export type BrowserHold = {
  readonly context: BrowserContext;
  /** Where the browser's debugging protocol listens on 127.0.0.1. */
  readonly debugPort: number;
  /** True when the process is gone. */
  died(): boolean;
};

/** The browser's process ended while somebody needed it. */
export class BrowserGone extends Error {
  override readonly name = 'BrowserGone';
}

export type RunBrowser = {
  /** A fresh context; starts the browser when there is none. Rejects when it cannot be started. */
  hold(options: BrowserContextOptions): Promise<BrowserHold>;
  /** Of the process that runs now; undefined when none does. For tests that kill it. */
  pid(): number | undefined;
  close(): Promise<void>;
};

type Running = { readonly browser: Browser; readonly debugPort: number; readonly pid: number };

const flags = [
  '--remote-debugging-port=0',
  '--remote-debugging-address=127.0.0.1',
  // What does not go through an exit goes nowhere.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  // Otherwise a sign-in starts three processes for its pages, and needs one.
  '--renderer-process-limit=1',
] as const;

/** What the driver would switch off, and people's browsers have: pages that are left stay alive behind the one in front. */
const keptOn = ['--disable-back-forward-cache'];

/** Starts nothing yet. */
export function runBrowser(options: RunBrowserOptions): RunBrowser {
  let current: Promise<Running> | undefined;
  let alive: Running | undefined;

  async function start(): Promise<Running> {
    const running = await launch(options);
    alive = running;
    running.browser.once('disconnected', () => {
      current = undefined;
      alive = undefined;
    });
    return running;
  }
  function running(): Promise<Running> {
    current ??= start().catch((error: unknown) => {
      current = undefined;
      throw error;
    });
    return current;
  }
  return {
    async hold(contextOptions) {
      const { browser, debugPort } = await running();
      const context = await bounded('a new browser context', limits.housekeepingTimeoutMs, browser.newContext(contextOptions)).catch(
        (error: unknown) => {
          throw browser.isConnected() ? error : new BrowserGone('the browser died while a context was made', { cause: error });
        },
      );
      return { context, debugPort, died: () => !browser.isConnected() };
    },
    pid: () => alive?.pid,
    async close() {
      await (await current?.catch(() => undefined))?.browser.close();
      current = undefined;
    },
  };
}

async function launch({ executable, environment, trust, headed = false, lease }: RunBrowserOptions): Promise<Running> {
  // Loaded only by runs that have a browser: it is the largest library of the harness.
  const { chromium } = await import('playwright-core');
  const browser = await opening('harness:browser', () =>
    chromium.launch({
      executablePath: executable,
      headless: !headed,
      ignoreDefaultArgs: keptOn,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [...flags, ...('leafKeys' in trust ? [`--ignore-certificate-errors-spki-list=${trust.leafKeys.join(',')}`] : [])],
      env: { ...inherited(), ...environment, ...('homeFolder' in trust ? { HOME: trust.homeFolder } : {}) },
    }),
  );
  const { profileFolder, pid } = await ownFacts(browser);
  lease?.process(pid);
  lease?.folder(profileFolder);
  return { browser, pid, debugPort: debugPortIn(profileFolder) };
}

const inherited = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** The browser says itself which process it is and where its profile lies. */
async function ownFacts(browser: Browser): Promise<{ readonly profileFolder: string; readonly pid: number }> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { commandLine } = await session.send('SystemInfo.getInfo');
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const [, quoted, plain] = /--user-data-dir=(?:"([^"]+)"|(.+?))(?= --|$)/.exec(commandLine) ?? [];
    const pid = processInfo.find((each) => each.type === 'browser')?.id;
    const profileFolder = quoted ?? plain;
    if (profileFolder === undefined || pid === undefined) throw new Error('the browser does not say where its profile lies');
    return { profileFolder, pid };
  } finally {
    await session.detach();
  }
}

/** Chromium writes the port that it took into its profile: it is read back, never guessed. */
function debugPortIn(profileFolder: string): number {
  const [first = ''] = readFileSync(join(profileFolder, 'DevToolsActivePort'), 'utf8').split('\n');
  if (!/^\d+$/.test(first)) throw new Error('the browser did not open its debugging port');
  return Number(first);
}

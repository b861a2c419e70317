/** Makes a browser ready: unpacks the bundled one, else lets Playwright download one, else takes the machine's own. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { browserFrom, downloadFolder, findBrowser } from './browser.js';
import { bundledFolder, unpackBundled } from './bundled-browser.js';
import { cacheFolder } from './cache-folder.js';
import { holding } from './lock.js';

/** @typedef {import('./browser.js').Browser} Browser */
/** @typedef {import('./browser.js').MissingBrowser} MissingBrowser */
/** @typedef {(message: string) => void} Say */

/**
 * The browser that a run will use, made ready if it was not; or why there is none, which is no reason to stop: much works without one.
 *
 * @param {{ project: string, node: string, say: Say }} options `node` is the pinned Node's program
 * @returns {Promise<Browser | MissingBrowser>}
 */
export async function readyBrowser({ project, node, say }) {
  if (process.env.TEMPERED_BROWSER) return findBrowser();
  const cache = cacheFolder();
  return await holding(
    join(cache, 'browser.lock'),
    async () => {
      unpackWhereItRuns(cache, node, say);
      const ready = browserFrom('bundled');
      if (!('missing' in ready)) return ready;
      if ('missing' in browserFrom('downloaded')) await download({ project, node, cache, say });
      return findBrowser();
    },
    () => say('another set-up is making the browser ready; waiting for it'),
  );
}

/** @param {string} cache @param {string} node @param {Say} say */
function unpackWhereItRuns(cache, node, say) {
  const folder = bundledFolder(cache);
  if (folder === undefined || existsSync(folder)) return;
  say('unpacking the browser, a Chromium headless shell (220 MB, some seconds)');
  try {
    unpackBundled(folder, node);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
}

/** Failure is no exception here: the machine's own browser comes next. @param {{ project: string, node: string, cache: string, say: Say }} options */
async function download({ project, node, cache, say }) {
  say("downloading Playwright's Chromium headless shell (about 110 MB)");
  const tool = join(project, 'node_modules', 'playwright-core', 'cli.js');
  const env = { ...process.env, PLAYWRIGHT_BROWSERS_PATH: downloadFolder(cache) };
  const code = await ended(spawn(node, [tool, 'install', 'chromium-headless-shell'], { env, stdio: ['ignore', 'ignore', 'ignore'] }));
  if (code !== 0) say("that download failed; looking for the machine's own browser");
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number | null>} */
const ended = (child) =>
  new Promise((done) => {
    child.on('error', () => done(null));
    child.on('close', (code) => done(code));
  });

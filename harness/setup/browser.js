/** Finds the browser that this machine can run, in a fixed order of preference, and says what to do when there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundledFolder } from './bundled-browser.js';
import { cacheFolder } from './cache-folder.js';
import { systemBrowsers } from './system-browsers.js';

/** @typedef {Readonly<Record<string, string | undefined>>} Environment */
/** @typedef {'named' | 'bundled' | 'downloaded' | 'system'} Source by TEMPERED_BROWSER, by a package, by Playwright, or by the machine's owner */
/**
 * @typedef {object} Browser
 * @property {string} executable absolute path
 * @property {'headless-shell' | 'chromium'} kind the shell is faster; full Chromium behaves as people's own browsers do
 * @property {string} version four numbers, as the browser says it
 * @property {Source} source
 * @property {string} [libraryPath] folder of shared libraries that the machine lacks and the browser brings along
 * @property {string} [fontsPath] folder with a `fonts.conf`, for a machine without fonts
 */
/** @typedef {{ readonly missing: string, readonly remedy: string }} MissingBrowser */
/** @typedef {Omit<Browser, 'kind' | 'version'>} Candidate */

/** @type {readonly Source[]} */
export const browserSources = ['named', 'bundled', 'downloaded', 'system'];

const remedies = {
  named: 'set TEMPERED_BROWSER to the path of a Chrome, Chromium or headless shell; without it the others are tried',
  bundled: 'it exists for Linux on x64 with glibc; there, "npm start" unpacks it',
  downloaded: 'run "npm start" once with access to the network',
  system: 'install Chrome or Chromium (on Debian: apt-get install chromium-headless-shell)',
};

const windowRemedy = 'install Chrome or Chromium (on Debian: apt-get install chromium), or set TEMPERED_BROWSER to the path of one';

const librariesRemedy = 'install what it needs of the machine (on Debian: apt-get install libnss3)';

/**
 * The first browser that starts: the one that `TEMPERED_BROWSER` names (then no other is tried), the bundled one, Playwright's download,
 * the machine's own. Never downloads or unpacks anything: that is the set-up's work.
 *
 * @param {Environment} [environment]
 * @returns {Browser | MissingBrowser}
 */
export function findBrowser(environment = process.env) {
  if (environment.TEMPERED_BROWSER) return browserFrom('named', environment);
  for (const source of browserSources) {
    const found = browserFrom(source, environment);
    if (!('missing' in found)) return found;
  }
  return {
    missing: 'no Chrome, Chromium or headless shell that starts was found on this machine',
    remedy: `${remedies.system}, or set TEMPERED_BROWSER to the path of one`,
  };
}

/**
 * The first full Chrome or Chromium, which has a window: the one that `TEMPERED_BROWSER` names, else the machine's own.
 *
 * @param {Environment} [environment]
 * @returns {Browser | MissingBrowser}
 */
export function findWindowBrowser(environment = process.env) {
  const candidates = candidatesOf(environment.TEMPERED_BROWSER ? 'named' : 'system', environment);
  for (const candidate of candidates.filter(({ executable }) => existsSync(executable))) {
    const version = kindOf(candidate.executable) === 'chromium' ? versionOf(candidate) : undefined;
    if (version !== undefined) return { ...candidate, kind: 'chromium', version };
  }
  return { missing: 'no full Chrome or Chromium that starts was found; a headless shell has no window', remedy: windowRemedy };
}

/**
 * What one source gives on this machine, for a list of all of them. Starts each candidate with `--version` (some 50 ms) until one answers.
 *
 * @param {Source} source
 * @param {Environment} [environment]
 * @returns {Browser | MissingBrowser}
 */
export function browserFrom(source, environment = process.env) {
  const candidates = candidatesOf(source, environment);
  for (const candidate of candidates) {
    const version = versionOf(candidate);
    if (version !== undefined) return { ...candidate, kind: kindOf(candidate.executable), version };
  }
  const [first] = candidates;
  if (first === undefined) return { missing: source === 'named' ? 'TEMPERED_BROWSER is not set' : 'not there', remedy: remedies[source] };
  return { missing: `${first.executable} does not start`, remedy: source === 'bundled' ? librariesRemedy : remedies[source] };
}

/**
 * What has to stand in the environment of the browser's process beside the usual: nothing on most machines.
 *
 * @param {Pick<Browser, 'libraryPath' | 'fontsPath'>} browser
 * @returns {Record<string, string>}
 */
export function browserEnvironment(browser) {
  return {
    ...(browser.libraryPath === undefined ? {} : { LD_LIBRARY_PATH: browser.libraryPath }),
    ...(browser.fontsPath === undefined ? {} : { FONTCONFIG_PATH: browser.fontsPath }),
  };
}

/** Where Playwright's own download is kept. @param {string} cache @returns {string} */
export const downloadFolder = (cache) => join(cache, 'browser', 'playwright');

/** @param {Source} source @param {Environment} environment @returns {Candidate[]} */
function candidatesOf(source, environment) {
  switch (source) {
    case 'named':
      return environment.TEMPERED_BROWSER ? [{ executable: environment.TEMPERED_BROWSER, source }] : [];
    case 'bundled':
      return bundledCandidates(bundledFolder(cacheFolder(environment)));
    case 'downloaded':
      return downloads(downloadFolder(cacheFolder(environment))).map((executable) => ({ executable, source }));
    case 'system':
      return systemBrowsers(environment).map((executable) => ({ executable, source }));
  }
}

/** First with the machine's own libraries, then with those that it brings. @param {string | undefined} folder @returns {Candidate[]} */
function bundledCandidates(folder) {
  if (folder === undefined || !existsSync(join(folder, 'chromium'))) return [];
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { fontsPath: join(folder, 'fonts') };
  /** @type {Candidate} */
  const plain = { executable: join(folder, 'chromium'), source: 'bundled', ...fonts };
  return [plain, { ...plain, libraryPath: join(folder, 'lib') }];
}

/** The folder's inner names change with the browser's revision, so the program is looked for. @param {string} root @returns {string[]} */
function downloads(root) {
  if (!existsSync(root)) return [];
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .filter((file) => /^(chrome-headless-shell|headless_shell)(\.exe)?$/.test(file.name))
    .map((file) => join(file.parentPath, file.name));
}

/**
 * Undefined when it does not start. A browser that brings libraries is asked with the one among them that it would load at its first TLS
 * connection: that one needs SQLite from the machine, and without it the browser would start now and crash then.
 *
 * @param {Candidate} candidate
 * @returns {string | undefined}
 */
function versionOf(candidate) {
  if (process.platform === 'win32') return windowsVersion(candidate.executable);
  const early = candidate.libraryPath === undefined ? {} : { LD_PRELOAD: 'libsoftokn3.so' };
  const env = { ...process.env, ...browserEnvironment(candidate), ...early };
  const asked = spawnSync(candidate.executable, ['--version'], { env, encoding: 'utf8', timeout: 10_000 });
  return asked.status === 0 ? /\d+\.\d+\.\d+\.\d+/.exec(asked.stdout)?.[0] : undefined;
}

/** On Windows `--version` opens a window instead; the version is the name of a file or folder beside the program. @param {string} executable @returns {string | undefined} */
function windowsVersion(executable) {
  if (!existsSync(executable)) return undefined;
  const named = readdirSync(dirname(executable)).map((name) => /^(\d+\.\d+\.\d+\.\d+)(\.manifest)?$/.exec(name)?.[1]);
  return named.find((version) => version !== undefined) ?? '0.0.0.0';
}

/** @param {string} executable @returns {Browser['kind']} */
const kindOf = (executable) => (/headless[-_]shell/.test(realpathSync(executable)) ? 'headless-shell' : 'chromium');

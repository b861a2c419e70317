/** Where each operating system keeps browsers of the Chromium family. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const linuxNames = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
];
const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const windowsPaths = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];
const windowsRoots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/**
 * Absolute paths of the browsers that stand where they usually do, the best first. None was started yet.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @param {NodeJS.Platform} [platform]
 * @returns {string[]}
 */
export function systemBrowsers(environment, platform = process.platform) {
  return usualPlaces(environment, platform).filter((path) => existsSync(path));
}

/** @param {Readonly<Record<string, string | undefined>>} environment @param {NodeJS.Platform} platform @returns {string[]} */
function usualPlaces(environment, platform) {
  if (platform === 'darwin') return macPaths;
  if (platform === 'win32') return windowsPaths.flatMap((path) => windowsRoots.map((root) => join(environment[root] ?? '', ...path)));
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The note that a finished set-up leaves, so that the next start sees in a moment that there is nothing to do. */
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.js';
import { lockDigest } from './packages.js';
import { nodeCommand, pinnedVersion } from './pinned-node.js';

/** Lies in node_modules, so that it goes when they go. @param {string} project @returns {string} */
const stampFile = (project) => join(project, 'node_modules', '.tempered-set-up.json');

/**
 * @typedef {object} Stamp
 * @property {string} lock digest of the lock file that was installed
 * @property {string} pinned version of the pinned Node
 * @property {{ program: string, bytes: number }} node
 * @property {{ asked: string, executable: string, bytes: number }} browser
 */

/**
 * The program of the pinned Node, when everything stands as the stamp says; undefined when there is something to do.
 *
 * @param {string} project
 * @returns {string | undefined}
 */
export function nodeOfFinishedSetup(project) {
  const stamp = read(project);
  if (stamp === undefined || stamp.lock !== lockDigest(project) || stamp.pinned !== pinnedVersion(project)) return undefined;
  if (stamp.browser.asked !== askedFor() || bytesOf(stamp.browser.executable) !== stamp.browser.bytes) return undefined;
  if (bytesOf(stamp.node.program) !== stamp.node.bytes || bytesOf(nodeCommand(project)) === undefined) return undefined;
  return stamp.node.program;
}

/** @param {string} project @param {{ node: string, browser: string }} programs */
export function writeStamp(project, { node, browser }) {
  /** @type {Stamp} */
  const stamp = {
    lock: lockDigest(project),
    pinned: pinnedVersion(project),
    node: { program: node, bytes: bytesOf(node) ?? 0 },
    browser: { asked: askedFor(), executable: browser, bytes: bytesOf(browser) ?? 0 },
  };
  const part = `${stampFile(project)}.${process.pid}`;
  writeFileSync(part, JSON.stringify(stamp));
  renameSync(part, stampFile(project));
}

/** Another wish is another set-up: which browser by name, and which cache. */
const askedFor = () => `${process.env.TEMPERED_BROWSER ?? ''} ${cacheFolder()}`;

/** @param {string} file @returns {number | undefined} */
const bytesOf = (file) => statSync(file, { throwIfNoEntry: false })?.size;

/** @param {string} project @returns {Stamp | undefined} */
function read(project) {
  try {
    return JSON.parse(readFileSync(stampFile(project), 'utf8'));
  } catch {
    return undefined;
  }
}

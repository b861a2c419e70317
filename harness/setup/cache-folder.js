/** Decides once where the project keeps what it can make again: the browser, the Keycloak distribution and its snapshots. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone, as an absolute path. */
export const projectFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * The cache folder, as an absolute path; it may not exist yet. `TEMPERED_CACHE` names another one
 * (relative to the working directory), so that several clones can share it.
 *
 * @param {Readonly<Record<string, string | undefined>>} [environment]
 * @returns {string}
 */
export function cacheFolder(environment = process.env) {
  const named = environment.TEMPERED_CACHE;
  return named ? resolve(named) : resolve(projectFolder, '.cache', 'tempered');
}

/**
 * Where Node keeps what it compiled, types stripped: a process that finds its code there starts in half the time and never
 * loads what strips types. One entry for each file, checked against the file's content, so it neither grows nor grows old.
 *
 * @returns {string}
 */
export const compiledCodeFolder = () => resolve(cacheFolder(), 'compiled');

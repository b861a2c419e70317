/** The lease file: what a run must leave nothing of. The keeper writes it, and reads it back when a run and its keeper both died. */
import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, normalize, sep } from 'node:path';

const form = 'tempered-lease/1';

/**
 * @typedef {{ pid: number, startedAt: string }} Leased
 * @typedef {{ owner: Leased, keeper: Leased, processes: Leased[], containers: string[], folders: string[] }} LeaseContent
 */

const temporaryRoots = [tmpdir(), realpathSync(tmpdir())];

/**
 * Only folders below the temporary folder, or named tempered-…, are ever removed: a damaged file cannot cost anyone more.
 * @param {unknown} folder
 * @returns {folder is string}
 */
export const mayBeRemoved = (folder) =>
  typeof folder === 'string' &&
  isAbsolute(folder) &&
  normalize(folder) === folder &&
  (basename(folder).startsWith('tempered-') ||
    temporaryRoots.some((root) => folder.startsWith(`${root}${sep}`) && folder.length > root.length + 1));
/**
 * Ids and names as container engines write them; nothing that a command line would read as an option.
 * @param {unknown} id
 * @returns {id is string}
 */
export const isContainer = (id) => typeof id === 'string' && /^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(id);
/**
 * Number 1 is never ours to end.
 * @param {unknown} pid
 * @returns {pid is number}
 */
export const isProcessNumber = (pid) => typeof pid === 'number' && Number.isSafeInteger(pid) && pid > 1;

/** @param {Leased | undefined} leased */
const isProcess = (leased) => leased !== undefined && isProcessNumber(leased.pid) && typeof leased.startedAt === 'string';

/**
 * Whole or not at all: a crash in the middle leaves the earlier content. Mode 0600.
 * @param {string} file
 * @param {LeaseContent} content
 */
export function writeLeaseFile(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.draft`, JSON.stringify({ form, ...content }), { mode: 0o600 });
  renameSync(`${file}.draft`, file);
}

/**
 * @param {string} file
 * @returns {LeaseContent | undefined} undefined when it is gone or not a lease file; entries that it may not hold are left out
 */
export function readLeaseFile(file) {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8'));
    if (read.form !== form || !isProcess(read.owner) || !isProcess(read.keeper)) return undefined;
    return {
      owner: read.owner,
      keeper: read.keeper,
      processes: read.processes.filter(isProcess),
      containers: read.containers.filter(isContainer),
      folders: read.folders.filter(mayBeRemoved),
    };
  } catch {
    return undefined;
  }
}

/** @param {string} file */
export const removeLeaseFile = (file) => rmSync(file, { force: true });

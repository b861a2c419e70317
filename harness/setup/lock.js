/** Lets one set-up at a time do a piece of work, across processes; a holder that was killed is succeeded, not waited for. */
import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const beatMs = 1000;
const silentMs = 15_000;
const longestChildMs = 600_000;
const askAgainMs = 200;

/** @typedef {(pid: number) => void} AlsoHeldBy names a child that may outlive us and must be waited for then */

/**
 * Runs `work` while holding the lock file at `path`. Waits as long as its holder lives; `waiting` is told once. The holder renews the file's
 * time every second; it counts as dead when its process and the child that it named are gone, or after 15 s of silence.
 *
 * @template Result
 * @param {string} path
 * @param {(alsoHeldBy: AlsoHeldBy) => Promise<Result>} work
 * @param {() => void} [waiting]
 * @returns {Promise<Result>}
 */
export async function holding(path, work, waiting = () => {}) {
  mkdirSync(dirname(path), { recursive: true });
  await taken(path, waiting);
  const beat = setInterval(() => renew(path), beatMs);
  try {
    return await work((child) => writeFileSync(path, holder(child)));
  } finally {
    clearInterval(beat);
    rmSync(path, { force: true });
  }
}

/** @param {string} path @param {() => void} waiting */
async function taken(path, waiting) {
  let said = false;
  while (!created(path)) {
    if (holderIsDead(path)) bury(path);
    else if (!said) {
      said = true;
      waiting();
    }
    await delay(askAgainMs);
  }
}

/** @param {number} [child] */
const holder = (child) => JSON.stringify({ host: hostname(), pid: process.pid, child });

/** @param {string} path */
function created(path) {
  try {
    writeFileSync(path, holder(), { flag: 'wx' });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** A file that is gone or half written at this moment has a holder that lives. @param {string} path */
function holderIsDead(path) {
  try {
    const silence = Date.now() - statSync(path).mtimeMs;
    const { host, pid, child } = JSON.parse(readFileSync(path, 'utf8'));
    const here = host === hostname();
    if (here && child !== undefined && alive(child)) return silence > longestChildMs;
    return silence > silentMs || (here && !alive(pid));
  } catch {
    return false;
  }
}

/** Only one may bury, and looks once more before: another may have buried and taken it since. @param {string} path */
function bury(path) {
  const spade = `${path}.burying`;
  try {
    mkdirSync(spade);
  } catch {
    if (Date.now() - (statSync(spade, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > silentMs)
      rmSync(spade, { recursive: true, force: true });
    return;
  }
  try {
    if (holderIsDead(path)) rmSync(path, { force: true });
  } finally {
    rmdirSync(spade);
  }
}

/** @param {string} path */
function renew(path) {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
}

/** @param {number} pid */
function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/** @param {unknown} error @param {string} code */
const isCode = (error, code) => error instanceof Error && 'code' in error && error.code === code;

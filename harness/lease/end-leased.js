/** Ends what a lease lists: processes first, stopped ones too, then containers, then folders, then containers that came late; says what it could not end. */
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { runs } from './process-table.js';

const politeMs = 2_000;
const firmMs = 5_000;
const pollMs = 20;
const containerTimeoutMs = 20_000;
const lookAgainMs = 500;

/**
 * @param {import('./lease-file.js').LeaseContent} content
 * @param {{ lateMs: number }} patience for how long a container that is not there may still come: an engine goes on making what a killed run had asked for
 * @returns {Promise<import('./lease-file.js').LeaseContent>} the same lease, holding only what is still there
 */
export async function endLeased(content, { lateMs }) {
  const processes = await endProcesses(content.processes);
  const { missing, failed } = await removeContainers(content.containers);
  const folders = content.folders.filter((folder) => !removeFolder(folder));
  return { ...content, processes, containers: [...failed, ...(await removedLate(missing, lateMs))], folders };
}

/** @param {readonly string[]} containers */
async function removeContainers(containers) {
  const ends = await Promise.all(containers.map(removeContainer));
  /** @param {typeof ends[number]} end */
  const those = (end) => containers.filter((_, index) => ends[index] === end);
  return { missing: those('missing'), failed: those('failed') };
}

/**
 * Resolves to those that came and could not be removed.
 * @param {readonly string[]} containers
 * @param {number} ms
 * @returns {Promise<readonly string[]>}
 */
async function removedLate(containers, ms) {
  const deadline = performance.now() + ms;
  const failed = [];
  let awaited = containers;
  while (awaited.length > 0 && performance.now() < deadline) {
    await pause(lookAgainMs);
    const looked = await removeContainers(awaited);
    failed.push(...looked.failed);
    awaited = looked.missing;
  }
  return failed;
}

/** @typedef {import('./lease-file.js').LeaseContent} LeaseContent */
/** @typedef {import('./lease-file.js').Leased} Leased */

/**
 * SIGCONT so that a stopped one can hear, SIGTERM, and SIGKILL for those that stay. Resolves to the ones that survived even that.
 * @param {readonly Leased[]} processes
 */
async function endProcesses(processes) {
  signal(processes, 'SIGCONT');
  signal(processes, 'SIGTERM');
  const stubborn = await goneWithin(processes, politeMs);
  signal(stubborn, 'SIGKILL');
  return goneWithin(stubborn, firmMs);
}

/**
 * @param {readonly Leased[]} processes
 * @param {NodeJS.Signals} name
 */
function signal(processes, name) {
  if (name === 'SIGCONT' && process.platform === 'win32') return;
  for (const leased of processes.filter(runs)) {
    try {
      process.kill(leased.pid, name);
    } catch {
      // It ended between the look and the signal, or it is not ours to end: the look afterwards tells which.
    }
  }
}

/**
 * Not children of this process, so there is no event to wait for. Resolves to those that still run.
 * @param {readonly Leased[]} processes
 * @param {number} ms
 */
async function goneWithin(processes, ms) {
  const deadline = performance.now() + ms;
  let running = processes.filter(runs);
  while (running.length > 0 && performance.now() < deadline) {
    await pause(pollMs);
    running = running.filter(runs);
  }
  return running;
}

/**
 * Where there is no engine that could have it, it is removed.
 * @param {string} id
 * @returns {Promise<'removed' | 'missing' | 'failed'>}
 */
function removeContainer(id) {
  return new Promise((resolve) => {
    execFile('docker', ['rm', '--force', '--volumes', id], { timeout: containerTimeoutMs }, (problem, _, complaint) => {
      if (problem === null || problem.code === 'ENOENT') resolve('removed');
      else resolve(/no such container/i.test(complaint) ? 'missing' : 'failed');
    });
  });
}

/** @param {string} folder */
function removeFolder(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    return true;
  } catch {
    return false;
  }
}

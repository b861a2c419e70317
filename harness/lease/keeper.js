/**
 * The keeper: a process of its own that outlives the run by moments. It holds the read end of a pipe; when the pipe closes, the run
 * is over, whatever ended it, and the keeper ends all that was leased. It reads commands, one JSON value a line, and never talks back but once.
 * A run that ends in order says `over` before it closes the pipe.
 *
 *   keeper.js keep FILE OWNER-PID RUN-FOLDER   keeps the lease of a run in FILE
 *   keeper.js sweep FOLDER                     ends the leases in FOLDER whose run and keeper are both gone
 *   keeper.js end FILE                         ends one lease, whoever still runs (when its keeper was killed)
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { endLeased } from './end-leased.js';
import { isContainer, isProcessNumber, mayBeRemoved, readLeaseFile, removeLeaseFile, writeLeaseFile } from './lease-file.js';
import { runs, startedAt, startUnknown } from './process-table.js';

const [mode, place = '', ownerPid = '', runFolder = ''] = process.argv.slice(2);
// It ends when its run does. Signals meant for the run (a terminal's Ctrl-C, a shutdown) must not end it first.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => {});

/** @typedef {import('./lease-file.js').LeaseContent} LeaseContent */

/** A run that was killed may have asked for a container that is not there yet. */
const lateMs = 30_000;

/**
 * Ends what the lease lists. What could not be ended stays in the file for the next start.
 * @param {string} file
 * @param {LeaseContent} content
 * @param {{ lateMs: number }} [patience]
 */
async function finish(file, content, patience = { lateMs: 0 }) {
  const left = await endLeased(content, patience);
  const remains = left.processes.length + left.containers.length + left.folders.length;
  if (remains === 0) return removeLeaseFile(file);
  writeLeaseFile(file, left);
  process.exitCode = 1;
}

/** @param {number} pid */
const self = (pid) => ({ pid, startedAt: startedAt(pid) ?? startUnknown });

/**
 * @param {LeaseContent} content
 * @param {{ folder?: unknown, container?: unknown, process?: unknown }} command
 */
function take(content, command) {
  if (mayBeRemoved(command.folder)) content.folders.push(command.folder);
  if (isContainer(command.container)) content.containers.push(command.container);
  if (isProcessNumber(command.process)) content.processes.push(self(command.process));
}

/**
 * @param {string} file
 * @param {number} owner
 * @param {string} folder
 */
async function keep(file, owner, folder) {
  /** @type {LeaseContent} */
  const content = { owner: self(owner), keeper: self(process.pid), processes: [], containers: [], folders: [folder] };
  writeLeaseFile(file, content);
  process.stdout.on('error', () => {}).write('ready\n');
  let over = false;
  for await (const line of createInterface({ input: process.stdin })) {
    const command = JSON.parse(line);
    over ||= command.over === true;
    take(content, command);
    writeLeaseFile(file, content);
  }
  await finish(file, content, { lateMs: over ? 0 : lateMs });
}

/**
 * A process whose start is not known may be somebody else's by now: it is left alone.
 * @param {LeaseContent} content
 * @returns {LeaseContent}
 */
const withoutStrangers = (content) => ({ ...content, processes: content.processes.filter((leased) => leased.startedAt !== startUnknown) });

/**
 * What cannot be ended now (an engine that does not run) is tried again at each start and holds none of them up.
 * @param {string} folder
 */
async function sweep(folder) {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    const file = join(folder, name);
    const content = readLeaseFile(file);
    if (content !== undefined && !runs(content.owner) && !runs(content.keeper)) await finish(file, withoutStrangers(content));
  }
  process.exitCode = 0;
}

if (mode === 'keep') await keep(place, Number(ownerPid), runFolder);
else if (mode === 'sweep') await sweep(place);
else if (mode === 'end') {
  const content = readLeaseFile(place);
  if (content !== undefined) await finish(place, content);
}

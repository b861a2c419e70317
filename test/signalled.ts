/** Signals to processes that a test started. To the system 0 means everybody in our own group, the test runner included, so whoever is not there is an error here. */

/** Throws when there is no such process. */
export function signalled(pid: number | undefined, name: NodeJS.Signals): void {
  process.kill(numbered(pid), name);
}

/** The same for a process and its whole group. */
export function groupSignalled(pid: number | undefined, name: NodeJS.Signals): void {
  process.kill(-numbered(pid), name);
}

function numbered(pid: number | undefined): number {
  if (pid === undefined || !Number.isSafeInteger(pid) || pid <= 1)
    throw new RangeError(`there is no process ${String(pid)} to be signalled`);
  return pid;
}

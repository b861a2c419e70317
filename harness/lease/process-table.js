/** Tells one process from a later one with the same number, by when it started: plain JavaScript, because the keeper must start fast and on any Node. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Where the operating system does not tell (Windows, without more than Node). */
export const startUnknown = 'unknown';

/**
 * When the process started, in the operating system's own words: to be compared, never parsed.
 * @param {number} pid
 * @returns {string | undefined} undefined when there is no such process, or only its corpse
 */
export function startedAt(pid) {
  if (process.platform === 'linux') return startedAtOnLinux(pid);
  if (process.platform === 'win32') return exists(pid) ? startUnknown : undefined;
  return startedAtByPs(pid);
}

/**
 * Field 22 of /proc/PID/stat, counted after the name, which may hold spaces and brackets.
 * @param {number} pid
 */
function startedAtOnLinux(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function startedAtByPs(pid) {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    }).trim();
    return line === '' || line.startsWith('Z') ? undefined : line.slice(line.indexOf(' ')).trim();
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function exists(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM';
  }
}

/**
 * True while exactly this process runs.
 * @param {{ pid: number, startedAt: string }} leased
 */
export const runs = (leased) => startedAt(leased.pid) === leased.startedAt;

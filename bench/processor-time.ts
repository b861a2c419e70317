/** What processes used of the processors: this one, and all that it started. Read from `/proc`, so on Linux only. */
import { readdirSync, readFileSync } from 'node:fs';

/** Kernel ticks a second: fixed at 100 for programs on Linux, whatever the kernel counts in. proc(5), sysconf(3). */
const ticksPerSecond = 100;

type Row = { readonly pid: number; readonly parent: number; readonly seconds: number };

/** Behind the name, which stands in brackets and may hold anything: state, parent, …, user and system time as the 12th and 13th. */
function rowOf(pid: number): Row | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid, parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond };
  } catch {
    return undefined; // ended meanwhile
  }
}

/** Seconds that everything below this process has used so far; undefined where nobody can tell. */
export function secondsOfChildren(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const rows = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => rowOf(Number(name)) ?? []);
  const below = (pid: number): number =>
    rows.filter(({ parent }) => parent === pid).reduce((sum, child) => sum + child.seconds + below(child.pid), 0);
  return below(process.pid);
}

export const ownSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

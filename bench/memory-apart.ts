/** A process to be weighed: starts worlds whose zones have processes of their own, uses each, and prints what those processes hold, by world: their proportional share of memory, so that code that all of them map counts once. Linux. */
import { readFileSync } from 'node:fs';
import { boot } from '../harness/run/boot.ts';
import type { RunningWorld } from '../harness/world/world.ts';
import { leased } from './leased.ts';
import { use } from './used-world.ts';

const [worlds, seed] = process.argv.slice(2).map(Number);
if (worlds === undefined || seed === undefined) throw new Error('usage: node memory-apart.ts WORLDS SEED');

await leased(async ({ runFolder }) => {
  const booted = await boot({
    wanted: 'embedded',
    mode: 'wire',
    seed,
    worlds,
    processes: true,
    attachments: runFolder,
    progress: () => {},
  });
  try {
    const running: RunningWorld[] = [];
    for (let index = 1; index <= worlds; index += 1) {
      const world = await booted.startWorld(index);
      await use(world);
      running.push(world);
    }
    const zoneBytes = running.map(({ target }) => Object.values(target.processIds()).reduce((sum, pid) => sum + shareOf(pid), 0));
    process.stdout.write(JSON.stringify({ zoneBytes }));
  } finally {
    await booted.close();
  }
});

/** In bytes; the kernel's word for it is Pss, in kB. */
function shareOf(pid: number): number {
  const said = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
  if (said === undefined) throw new Error('the kernel does not say what a process shares');
  return Number(said) * 1024;
}

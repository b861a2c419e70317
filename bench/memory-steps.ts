/** A process to be weighed: loads what a run loads, boots as a run does, starts one world after the other, uses each, and prints the resident memory after each step. Run with `--expose-gc`. */
const bareBytes = resident();
const [{ boot }, { leased }, { use }] = await Promise.all([
  import('../harness/run/boot.ts'),
  import('./leased.ts'),
  import('./used-world.ts'),
]);
const loadedBytes = resident();

const [worlds, seed] = process.argv.slice(2).map(Number);
if (worlds === undefined || seed === undefined) throw new Error('usage: node --expose-gc memory-steps.ts WORLDS SEED');

await leased(async ({ runFolder }) => {
  const booted = await boot({ wanted: 'embedded', mode: 'wire', seed, worlds, attachments: runFolder, progress: () => {} });
  try {
    const residentBytes = [resident()];
    for (let index = 1; index <= worlds; index += 1) {
      await use(await booted.startWorld(index));
      residentBytes.push(resident());
    }
    process.stdout.write(JSON.stringify({ bareBytes, loadedBytes, residentBytes, peakBytes: process.resourceUsage().maxRSS * 1024 }));
  } finally {
    await booted.close();
  }
});

function resident(): number {
  if (!globalThis.gc) throw new Error('without --expose-gc the garbage would be weighed too');
  globalThis.gc();
  return process.memoryUsage.rss();
}

export {};

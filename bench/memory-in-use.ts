/** A process to be weighed at work: runs every scenario in wire mode and prints the highest resident memory that it ever had. */
import { loadScenarios } from '../harness/run/load-scenarios.ts';
import { runSuite } from '../harness/run/run.ts';
import { silentProgress } from '../harness/run/silent-progress.ts';
import { leased } from './leased.ts';

const [workers, seed] = process.argv.slice(2).map(Number);
if (workers === undefined || seed === undefined) throw new Error('usage: node memory-in-use.ts WORLDS SEED');

await leased(async ({ runFolder }) => {
  const planned = await loadScenarios(new URL('../scenarios/', import.meta.url));
  const interrupted = new AbortController().signal;
  const what = { planned, wanted: 'embedded', mode: 'wire', headed: false, seed, workers, command: 'npm run bench' } as const;
  const { run, verdict } = await runSuite({ ...what, attachments: runFolder, interrupted, progress: silentProgress });
  process.stdout.write(JSON.stringify({ worlds: run.workers, verdict, peakBytes: process.resourceUsage().maxRSS * 1024 }));
});

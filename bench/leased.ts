/** Gives a figure a lease and a folder of its own, and ends all of it afterwards. */
import { mkdir } from 'node:fs/promises';
import { type OpenLease, openLease } from '../harness/lease/index.ts';
import { cacheFolder } from '../harness/setup/cache-folder.js';

/** Runs `work`; whatever it leased has ended when this settles, and ends also when this process is killed. */
export async function leased<Result>(work: (lease: OpenLease) => Promise<Result>): Promise<Result> {
  await mkdir(cacheFolder(), { recursive: true });
  const lease = await openLease({ cacheFolder: cacheFolder() });
  try {
    return await work(lease);
  } finally {
    await lease.close();
  }
}

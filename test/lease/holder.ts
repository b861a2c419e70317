/** A run in small, for the tests of the lease: it leases a sleeping child, a stopped child and its folder, says so, and waits to be ended. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLease } from '../../harness/lease/index.ts';
import { signalled } from '../signalled.ts';

const [cacheFolder = '', ending = 'wait', manners = 'obeys'] = process.argv.slice(2);
const lease = await openLease({ cacheFolder });
const deaf = manners === 'stubborn' ? 'process.on("SIGTERM", () => {});' : '';
const script = `${deaf} process.send("up"); setInterval(() => {}, 1000)`;
const children = [1, 2].map(() =>
  spawn(process.execPath, ['-e', script], { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }),
);
await Promise.all(children.map((child) => new Promise((resolve) => child.once('message', resolve))));
for (const child of children) {
  child.disconnect();
  child.unref();
  if (child.pid !== undefined) lease.process(child.pid);
}
const pids = children.map((child) => child.pid ?? 0);
signalled(pids[1], 'SIGSTOP');
writeFileSync(join(lease.runFolder, 'something'), 'in the folder');
console.log(JSON.stringify({ pids, runFolder: lease.runFolder }));
if (ending === 'close') await lease.close();
else setInterval(() => {}, 1_000);

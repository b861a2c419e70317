/** A program that leaves behind what a run must not: a process of its own session that listens, and a temporary folder. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

mkdtempSync(join(tmpdir(), 'tempered-left-'));
const script = 'require("node:net").createServer().listen(0, "127.0.0.1", () => process.send("up"))';
const left = spawn(process.execPath, ['-e', script], { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
await once(left, 'message');
console.log(`left ${left.pid}`);
process.on('SIGTERM', () => process.exit(0));
setInterval(() => {}, 1_000);

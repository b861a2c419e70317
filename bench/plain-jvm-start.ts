/** A plain first start of Keycloak as its own guide tells it: an untouched copy of the distribution, no data, its own script, `start-dev`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { StartOptions } from '../harness/idp/index.ts';
import { findDistribution } from '../harness/idp/keycloak/distribution.ts';
import { answersDiscovery } from '../harness/idp/keycloak-container/ready.ts';
import { findJava } from '../harness/idp/keycloak-jvm/java.ts';
import { cleanEnvironment } from '../harness/idp/keycloak-jvm/server-command.ts';

/** As often as the driver asks. */
const pollMs = 50;
const startLimitMs = 300_000;
const addresses = ['--http-host=127.0.0.1', '--http-port=0'];

/** Milliseconds from the start of the process to the first 200 of the master realm's discovery document; unpacking is not counted. The same Java and the same distribution as the driver's. */
export async function plainJvmStart(options: StartOptions): Promise<number> {
  const folder = await mkdtemp(join(options.runFolder, 'plain-'));
  const home = join(folder, 'keycloak');
  const [source, java] = [await findDistribution(options.cacheFolder), await findJava()];
  if (!source.found || !java) throw new Error('Java or the Keycloak distribution has just gone');
  await (await source.open()).place(home, options.progress);
  const log = join(folder, 'keycloak.log');
  const startedAt = performance.now();
  const child = await launched({ home, javaHome: java.home, log });
  if (child.pid !== undefined) options.lease.process(child.pid);
  try {
    await untilReady(child, log);
    return performance.now() - startedAt;
  } finally {
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  }
}

async function launched({
  home,
  javaHome,
  log,
}: {
  readonly home: string;
  readonly javaHome: string;
  readonly log: string;
}): Promise<ChildProcess> {
  const output = openSync(log, 'w', 0o600);
  try {
    const child = spawn(join(home, 'bin', 'kc.sh'), ['start-dev', ...addresses], {
      stdio: ['ignore', output, output],
      env: cleanEnvironment({ JAVA_HOME: javaHome }),
      detached: true,
    });
    await once(child, 'spawn');
    return child;
  } finally {
    closeSync(output);
  }
}

async function untilReady(child: ChildProcess, log: string): Promise<void> {
  const deadlineAt = performance.now() + startLimitMs;
  for (;;) {
    const port = /Listening on: http:\/\/[^\s]*:(\d+)/.exec(await readFile(log, 'utf8'))?.[1];
    if (port !== undefined && (await answersDiscovery({ host: '127.0.0.1', port: Number(port) }, 'master'))) return;
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('the plain Keycloak ended while it started');
    if (performance.now() > deadlineAt) throw new Error(`the plain Keycloak did not answer within ${startLimitMs / 1000} s`);
    await pause(pollMs);
  }
}

/** The script and the Java that it started: a process group of their own. */
async function ended(child: ChildProcess): Promise<void> {
  const exit = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
  if (child.pid !== undefined && exit) process.kill(-child.pid, 'SIGKILL');
  await exit;
}

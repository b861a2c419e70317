/** A Keycloak process: started, waited for until it answers, stopped, killed, frozen. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { realmName } from '../../fixtures/fixtures.ts';
import type { Lease } from '../driver.ts';
import { loopbackRequest, type Upstream } from '../keycloak/loopback-request.ts';
import { serverEnvironment } from '../keycloak/server-options.ts';
import { cleanEnvironment, javaArguments, type ServerCommand } from './server-command.ts';

export type ServerLaunch = ServerCommand & {
  readonly logFile: string;
  readonly lease: Lease;
  readonly environment?: Readonly<Record<string, string>>;
  /** How long it may take to answer. */
  readonly readyTimeoutMs?: number;
};

export type ServerProcess = {
  readonly pid: number;
  readonly upstream: Upstream;
  /** SIGTERM, and SIGKILL when it does not end in time. Resolves when it has ended. */
  stop(timeoutMs?: number): Promise<void>;
  kill(): Promise<void>;
  freeze(): void;
  thaw(): void;
};

/** The server did not come up. The message holds the end of its log. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}

const pollMs = 50;
const wordsKept = 12;

/** Runs a command that ends by itself, as `build` does. Rejects with `StartFailure` unless it ends well. */
export async function runToEnd(launch: ServerLaunch): Promise<void> {
  const child = await launchJava(launch);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new StartFailure(`Keycloak could not be prepared. ${await endOfLog(launch.logFile)}`);
}

/** Starts a server whose port is its own choice (`--http-port=0`), and waits until a realm's discovery document answers 200. Rejects with `StartFailure`; nothing is left running then. */
export async function startServer(launch: ServerLaunch): Promise<ServerProcess> {
  const child = await launchJava(launch);
  const server = controls(child);
  try {
    const upstream = await ready(child, launch);
    return { pid: child.pid ?? 0, upstream, ...server };
  } catch (cause) {
    await server.kill();
    throw cause;
  }
}

/** True when the server gives a realm's discovery document. Any other answer, or none, is false. */
export async function serverAnswers(upstream: Upstream, timeoutMs = 2_000): Promise<boolean> {
  const path = `/realms/${realmName(1)}/.well-known/openid-configuration`;
  return loopbackRequest(upstream, { method: 'GET', path, timeoutMs }).then(
    ({ status }) => status === 200,
    () => false,
  );
}

async function launchJava(launch: ServerLaunch): Promise<ChildProcess> {
  await mkdir(launch.temporaryFolder, { recursive: true });
  const log = openSync(launch.logFile, 'w', 0o600);
  try {
    const child = spawn(launch.java.executable, javaArguments(launch), {
      stdio: ['ignore', log, log],
      env: cleanEnvironment({ ...serverEnvironment, ...launch.environment }),
      windowsHide: true,
      // A Ctrl-C is the harness's to handle; the lease ends the server when the harness dies.
      detached: process.platform !== 'win32',
    });
    await once(child, 'spawn');
    if (child.pid !== undefined) launch.lease.process(child.pid);
    return child;
  } finally {
    closeSync(log);
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

function controls(child: ChildProcess): Pick<ServerProcess, 'stop' | 'kill' | 'freeze' | 'thaw'> {
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const kill = async () => {
    if (!hasEnded(child)) child.kill('SIGKILL');
    return ended;
  };
  return {
    kill,
    stop: async (timeoutMs = 15_000) => {
      if (hasEnded(child)) return;
      child.kill('SIGTERM');
      if (process.platform !== 'win32') child.kill('SIGCONT'); // a frozen process hears nothing else but SIGKILL
      const late = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
      await ended.finally(() => clearTimeout(late));
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
  };
}

async function ready(child: ChildProcess, { logFile, readyTimeoutMs = 120_000 }: ServerLaunch): Promise<Upstream> {
  const deadlineAt = performance.now() + readyTimeoutMs;
  for (;;) {
    if (hasEnded(child)) throw new StartFailure(`Keycloak ended while it started. ${await endOfLog(logFile)}`);
    const port = /Listening on: http:\/\/[^\s]*:(\d+)/.exec(await readFile(logFile, 'utf8'))?.[1];
    const upstream = { host: '127.0.0.1', port: Number(port) };
    if (port !== undefined && (await serverAnswers(upstream))) return upstream;
    if (performance.now() > deadlineAt)
      throw new StartFailure(`Keycloak did not answer within ${readyTimeoutMs / 1000} s. ${await endOfLog(logFile)}`);
    await wait(pollMs);
  }
}

/** Keycloak writes no secret at this log level; the first start gets its own by environment. */
async function endOfLog(file: string): Promise<string> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').filter((line) => line.trim() !== '');
  const worst = lines.filter((line) => /ERROR|Exception|Error/.test(line));
  const told = (worst.length > 0 ? worst : lines).slice(-wordsKept);
  return told.length === 0 ? 'It wrote no log.' : `Its log (${file}) ends:\n${told.map((line) => `  ${line}`).join('\n')}`;
}

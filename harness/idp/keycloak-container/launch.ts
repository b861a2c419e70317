/** Starts one Keycloak container from the prepared image, with its way out through the run's exit. */
import { readFile } from 'node:fs/promises';
import { isIPv4 } from 'node:net';
import { join } from 'node:path';
import { realmName } from '../../fixtures/fixtures.ts';
import type { StartOptions } from '../driver.ts';
import { exitHostName, type RunningContainer, removeContainer, startContainer } from './loopback-container.ts';
import { untilReady } from './ready.ts';
import { classArchiveFile, environment, keycloakFolder, serverCommand } from './recipe.ts';

const truststoreFile = `${keycloakFolder}/conf/tempered-authority.pem`;
const startLimitMs = 120_000;

/** A run's own log of the identity provider; appended to at every start. */
const logFileOf = (runFolder: string): string => join(runFolder, 'keycloak-container.log');

/** Resolves when Keycloak answers. Rejects with `DidNotStart` when it does not, and removes the container. */
export async function launch(image: string, options: StartOptions): Promise<RunningContainer> {
  const { exit, lease, runFolder, publicOrigin, plainPages } = options;
  const logFile = logFileOf(runFolder);
  const container = await startContainer({
    image,
    command: serverCommand(publicOrigin, { exit: { host: exitHostName, port: exit.port }, truststoreFile, plainPages }),
    environment: environment(`-XX:SharedArchiveFile=${classArchiveFile}`),
    files: [{ content: await readFile(options.authorityPemFile, 'utf8'), target: truststoreFile, mode: 0o644 }],
    exitAddress: exitAddress(exit.host),
    purpose: 'idp',
    logFile,
    lease,
  });
  try {
    await untilReady(container, { realm: realmName(1), limitMs: startLimitMs, logFile });
    return container;
  } catch (cause) {
    await removeContainer(container.id);
    throw cause;
  }
}

/** Loopback means the container itself in there: the engine knows by which address this machine is reached, and the exit listens there too. */
const exitAddress = (host: string): string => (isIPv4(host) && !host.startsWith('127.') ? host : 'host-gateway');

/** Waits until a Keycloak container answers, and explains it when it does not. */
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { loopbackRequest, type Upstream } from '../keycloak/loopback-request.ts';
import { isMissing, withEngine } from './engine.ts';
import type { RunningContainer } from './loopback-container.ts';

/** The container ran, and Keycloak in it did not come up: the image, the snapshot or the options are to blame, not the engine. */
export class DidNotStart extends Error {
  override readonly name = 'DidNotStart';
}

const pollEveryMs = 100;
const oneAnswerMs = 2_000;

/** True when the discovery document of `realm` comes with status 200; while it boots, Keycloak answers 503. Never rejects. */
export async function answersDiscovery(upstream: Upstream, realm: string, timeoutMs = oneAnswerMs): Promise<boolean> {
  const path = `/realms/${realm}/.well-known/openid-configuration`;
  return loopbackRequest(upstream, { method: 'GET', path, timeoutMs }).then(
    ({ status }) => status === 200,
    () => false,
  );
}

export type ReadyOptions = { readonly realm: string; readonly limitMs: number; readonly logFile: string };

/** Rejects with `DidNotStart` when the container ended or the limit is over, with the last lines of its log. */
export async function untilReady(container: RunningContainer, { realm, limitMs, logFile }: ReadyOptions): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await answersDiscovery(container.upstream, realm))) {
    const late = performance.now() > deadline;
    if (late || !(await isRunning(container.id))) {
      throw new DidNotStart(
        `Keycloak ${late ? `did not answer within ${limitMs / 1000} s` : 'ended while it started'}. ${await lastLines(logFile)}`,
      );
    }
    await pause(pollEveryMs);
  }
}

const isRunning = (id: string): Promise<boolean> =>
  withEngine((docker) => docker.getContainer(id).inspect()).then(
    ({ State }) => State.Running,
    (problem: unknown) => {
      if (isMissing(problem)) return false;
      throw problem;
    },
  );

async function lastLines(logFile: string): Promise<string> {
  const text = await readFile(logFile, 'utf8').catch(() => '');
  const lines = text
    .trimEnd()
    .split('\n')
    .slice(-8)
    .map((line) => line.slice(0, 300));
  return text === '' ? 'It logged nothing.' : `Its last log lines:\n${lines.join('\n')}`;
}

/** One Keycloak container: leased before it starts, published on 127.0.0.1 only, with no name service of its own. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { GenericContainer, type StartedTestContainer, type WaitStrategy } from 'testcontainers';
import type { Lease } from '../driver.ts';
import type { Upstream } from '../keycloak/loopback-request.ts';
import { type Container, isMissing, withEngine } from './engine.ts';

export const httpPort = 8080;
/** The name under which a container knows the machine that holds its exit. */
export const exitHostName = 'exit.tempered';

export type ContainerPlan = {
  /** Name or id. It must be on this machine: nothing is pulled here. */
  readonly image: string;
  /** Instead of the image's own. */
  readonly entrypoint?: readonly string[];
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly files?: readonly { readonly content: string | Buffer; readonly target: string; readonly mode: number }[];
  /** Where `exitHostName` leads: an address, or `host-gateway`. */
  readonly exitAddress?: string;
  readonly purpose: 'idp' | 'snapshot';
  readonly logFile: string;
  readonly lease: Lease;
};

export type RunningContainer = {
  readonly id: string;
  readonly upstream: Upstream;
  /** Runs a command as root and returns what it printed. Rejects when it fails. */
  run(command: readonly string[]): Promise<string>;
  addFile(file: { readonly content: string; readonly target: string; readonly mode: number }): Promise<void>;
};

/** Readiness is judged by the driver, which must still be able to read the log of a container that failed. */
const notWaiting: WaitStrategy = {
  waitUntilReady: async () => {},
  withStartupTimeout: () => notWaiting,
  isStartupTimeoutSet: () => true,
  getStartupTimeout: () => 0,
};

class LoopbackContainer extends GenericContainer {
  constructor(image: string) {
    super(image);
    this.withExposedPorts(httpPort);
    // Testcontainers publishes on every address; a test realm and its clock must not be reachable from the network.
    this.hostConfig.PortBindings = { [`${httpPort}/tcp`]: [{ HostIp: '127.0.0.1', HostPort: '0' }] };
    // Nobody answers there: a call that does not go through the exit finds no name.
    this.hostConfig.Dns = ['127.0.0.1'];
  }
}

/** Starts it and returns at once, whether Keycloak answers yet or not. Rejects, and leaves nothing, when it cannot be started or is published elsewhere than on loopback. */
export async function startContainer(plan: ContainerPlan): Promise<RunningContainer> {
  // Leased by a name of its own, before the engine is asked: its id is only known when it is there already.
  const name = `tempered-${randomUUID()}`;
  plan.lease.container(name);
  try {
    return await withEngine(async (docker) => {
      const started = await describeContainer(plan).withName(name).start();
      return { ...operations(started), upstream: await publishedOn(docker.getContainer(started.getId())) };
    });
  } catch (cause) {
    await removeContainer(name).catch(() => {});
    throw cause;
  }
}

function describeContainer(plan: ContainerPlan): GenericContainer {
  const container = new LoopbackContainer(plan.image)
    .withCommand([...plan.command])
    .withEnvironment({ ...plan.environment })
    .withLabels({ 'test.tempered.purpose': plan.purpose, 'test.tempered.harness-pid': String(process.pid) })
    .withCopyContentToContainer((plan.files ?? []).map((file) => ({ ...file })))
    .withLogConsumer((lines) => void lines.on('error', () => {}).pipe(createWriteStream(plan.logFile, { flags: 'a', mode: 0o600 })))
    .withPullPolicy({ shouldPull: () => false })
    // No reaper: it would need an image of its own, and the run's lease does its work.
    .withAutoCleanup(false)
    .withWaitStrategy(notWaiting);
  if (plan.entrypoint) container.withEntrypoint([...plan.entrypoint]);
  if (plan.exitAddress) container.withExtraHosts([{ host: exitHostName, ipAddress: plan.exitAddress }]);
  return container;
}

const operations = (started: StartedTestContainer): Omit<RunningContainer, 'upstream'> => ({
  id: started.getId(),
  run: (command) =>
    withEngine(async () => {
      const { exitCode, stdout } = await started.exec([...command], { user: 'root' });
      if (exitCode !== 0) throw new Error(`${command[0]} in the container failed with exit code ${exitCode}`);
      return stdout;
    }),
  addFile: (file) => withEngine(() => started.copyContentToContainer([{ ...file }])),
});

async function publishedOn(container: Container): Promise<Upstream> {
  const { NetworkSettings } = await container.inspect();
  const bindings = Object.values(NetworkSettings.Ports).flatMap((published) => published ?? []);
  const [binding] = bindings;
  if (binding === undefined || bindings.length !== 1 || binding.HostIp !== '127.0.0.1') {
    throw new Error(
      `the engine published ports elsewhere than on 127.0.0.1: ${bindings.map(({ HostIp }) => HostIp).join(', ') || 'nowhere'}`,
    );
  }
  return { host: '127.0.0.1', port: Number(binding.HostPort) };
}

/** Removes it, running, paused, stopped or gone already. */
export async function removeContainer(id: string): Promise<void> {
  await withEngine((docker) => docker.getContainer(id).remove({ force: true, v: true })).catch((problem: unknown) => {
    if (!isMissing(problem)) throw problem;
  });
}

/** SIGTERM, and waits for the end, in seconds; then SIGKILL. The container stays. */
export async function stopContainer(id: string, limitSeconds: number): Promise<void> {
  await withEngine(async (docker) => {
    const container = docker.getContainer(id);
    const { State } = await container.inspect();
    if (State.Running) await container.stop({ t: limitSeconds });
  });
}

/** Freezes every process in it, verified by reading back: its port still accepts connections, and nothing answers. */
export const pauseContainer = (id: string): Promise<void> =>
  withEngine(async (docker) => {
    const container = docker.getContainer(id);
    await container.pause();
    if (!(await container.inspect()).State.Paused) throw new Error('the engine did not pause the container');
  });

export const unpauseContainer = (id: string): Promise<void> => withEngine(async (docker) => void (await docker.getContainer(id).unpause()));

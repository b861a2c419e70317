/** How many allowed requests a second reach a product and come back: against a bare proxy in front of a server that answers the same bytes, and against that server alone. */
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { signIn } from '../harness/actors/user-acts.ts';
import { fetchHeaders } from '../harness/actors/wire/request-headers.ts';
import { wireAgent } from '../harness/actors/wire/wire-agent.ts';
import { createAuthority } from '../harness/authority/authority.ts';
import { hosts } from '../harness/fixtures/fixtures.ts';
import { bareProxy } from './bare-proxy.ts';
import { type BareServer, bareServer } from './bare-server.ts';
import { type Bench, type Figure, type Reading, roundsOf } from './figure.ts';
import { compared, durationMs, interleaved } from './interleaved.ts';
import { keptConnection } from './kept-connection.ts';
import { inLocalWorld, type LocalWorld } from './local-world.ts';
import type { Load } from './request-load.ts';
import { median, spreadOf } from './statistics.ts';

const connections = 8;
/** So many that a round of either side takes about as long. */
const requests = { ours: 400, proxy: 2_000, server: 4_000 } as const;
const resultSchema = z.object({ elapsedMs: z.number(), bytes: z.number() });
/** From this share on the thread is what the rest waits for. */
const mostlyBusy = 0.75;

export const edgeToProduct: Figure = {
  name: 'edge-to-product',
  question: 'requests a second through edge, ingress, decision and product against a bare proxy and a bare server',
  run: (bench) => inLocalWorld(bench, async (local) => measured(bench, local)),
};

async function measured(bench: Bench, local: LocalWorld): Promise<readonly Reading[]> {
  const page = await signedInPage(local);
  const authority = await createAuthority({ name: 'Bench authority' });
  const leaf = await authority.leafFor(hosts.tracker);
  const server = await bareServer(leaf, page);
  const behind = { ...server, host: hosts.tracker, authorityPem: authority.certificatePem };
  const proxy = await bareProxy(leaf, behind);
  try {
    return [
      ...(await againstPeers(bench, local, { page, peers: { server, proxy }, peerAuthorityPem: authority.certificatePem })),
      await syncReading(local),
    ];
  } finally {
    await proxy.close();
    await server.close();
  }
}

type Sides = {
  readonly page: Page;
  readonly peers: { readonly server: BareServer; readonly proxy: BareServer };
  readonly peerAuthorityPem: string;
};

async function againstPeers(bench: Bench, { world }: LocalWorld, { page, peers, peerAuthorityPem }: Sides): Promise<readonly Reading[]> {
  const edge = world.names.resolve(hosts.tracker, 'bench');
  if (!edge) throw new Error('the tracker has no address');
  const common = { host: hosts.tracker, path: '/', connections, headers: page.asked, expectedBytes: Buffer.byteLength(page.body) };
  const busy: number[] = [];
  const ours = async (): Promise<number> => {
    const before = performance.eventLoopUtilization();
    const perSecond = await rate({ ...common, ...edge, authorityPem: page.authorityPem, requests: requests.ours });
    busy.push(performance.eventLoopUtilization(before).utilization);
    return perSecond;
  };
  const readings: Reading[] = [];
  for (const kind of ['proxy', 'server'] as const) {
    const { address, port } = peers[kind];
    const peer = () => rate({ ...common, address, port, authorityPem: peerAuthorityPem, requests: requests[kind] });
    const rounds = { rounds: roundsOf(bench, { usual: 7, quick: 2 }), warmUps: 1, progress: bench.progress };
    const pairs = await interleaved({ ours, peer }, { ...rounds, what: `requests a second through the system and a bare ${kind}` });
    readings.push(...compared(pairs, { ours: 'through the system', peer: `bare ${kind}`, unit: '1/s', note: noteOf(median(busy)) }));
  }
  return [...readings, { what: 'how busy the system’s one thread was', unit: 'share', spread: spreadOf(busy) }];
}

const noteOf = (busy: number): string =>
  `${connections} kept connections from a thread of its own; server side in one thread for both; ours passes 4 TLS connections (client to edge, edge to ingress, ingress to authentication service, ingress to product; all but the first mutual), one signed context token and one audit record on disk before each answer, and the tap listens; ${boundBy(busy)}`;

async function syncReading({ booted }: LocalWorld): Promise<Reading> {
  const spread = spreadOf(await syncTimes(join(booted.runFolder, 'sync-probe')));
  return { what: 'one write with fsync, by itself', unit: 'ms', spread, note: 'one such write serves all records that wait' };
}

/** Names what holds the requests up, by what was seen. */
const boundBy = (busy: number): string =>
  `${busy >= mostlyBusy ? 'bound by that thread (JavaScript, TLS, signatures), not by the disk' : 'not bound by its thread alone'}: it was busy ${Math.round(busy * 100)} % of the time`;

type Page = {
  readonly asked: Record<string, string>;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly authorityPem: string;
};

/** Signs somebody in, and takes the tracker’s page as it is for him: what is asked, and the bytes of the answer. */
async function signedInPage({ booted, world }: LocalWorld): Promise<Page> {
  const authorityPem = await readFile(booted.authorityPemFile, 'utf8');
  const { target } = world;
  const url = target.origins.tracker;
  const route = { exitUrl: world.exits.hq.url, authorityPem };
  const agent = wireAgent({ route, headers: {}, securityKey: undefined, now: () => target.clock?.now() ?? Date.now() });
  const user = world.users.find(({ name }) => name === 'uma');
  const outcome = user && (await signIn(agent, target, user));
  const session = await agent.cookie(url, '__Host-session');
  if (outcome?.kind !== 'ok' || session === undefined) throw new Error('nobody could sign in to the tracker');
  const asked = {
    accept: 'text/html',
    cookie: `__Host-session=${session}`,
    ...fetchHeaders({ method: 'GET', url, before: [], initiator: undefined, purpose: { kind: 'navigation', byHand: true } }),
  };
  const connection = keptConnection(route);
  const { status, headers, body } = await connection.ask({ method: 'GET', url, headers: asked });
  connection.close();
  if (status !== 200) throw new Error(`the tracker answered ${status} to somebody who is signed in`);
  const said = Object.entries(headers).filter(([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name));
  return { asked, headers: Object.fromEntries(said.map(([name, value]) => [name, String(value)])), body, authorityPem };
}

/** Requests a second. Rejects unless every answer was a 200 with exactly the expected number of bytes. */
async function rate({ expectedBytes, ...load }: Load & { readonly expectedBytes: number }): Promise<number> {
  const worker = new Worker(new URL('./request-load.ts', import.meta.url));
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  worker.once('message', resolve).once('error', reject);
  worker.postMessage(load);
  try {
    const { elapsedMs, bytes } = resultSchema.parse(await promise);
    if (bytes !== expectedBytes * load.requests)
      throw new Error(`${bytes} bytes came where ${expectedBytes * load.requests} were expected`);
    return load.requests / (elapsedMs / 1_000);
  } finally {
    await worker.terminate();
  }
}

/** What the disk takes for one short record, in milliseconds. */
async function syncTimes(path: string): Promise<readonly number[]> {
  const file = await open(path, 'a', 0o600);
  const line = `${'x'.repeat(400)}\n`;
  const times: number[] = [];
  try {
    for (let sample = 0; sample < 100; sample += 1) times.push(await durationMs(() => file.write(line).then(() => file.sync())));
  } finally {
    await file.close();
  }
  return times;
}

/** How long it takes to push people by SCIM, one request each, and to evaluate a group rule over all of them; and what memory that takes. */
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { hosts, scimConnector } from '../harness/fixtures/fixtures.ts';
import type { Bench, Figure, Reading } from './figure.ts';
import { inLocalWorld, type LocalWorld } from './local-world.ts';
import type { PeopleLoad, PeoplePushed } from './people-load.ts';
import { spreadOf } from './statistics.ts';

const people = { usual: 10_000, quick: 500 } as const;
const connections = 8;
/** Fewer than the edge lets through on one connection. */
const requestsOnConnection = 500;
const target = { atMost: 10 } as const;

export const directoryImport: Figure = {
  name: 'directory-import',
  question: 'how long does it take to push ten thousand people by SCIM and to evaluate a group rule over them?',
  run: (bench) => inLocalWorld(bench, (local) => measured(bench, local)),
};

async function measured(bench: Bench, local: LocalWorld): Promise<readonly Reading[]> {
  const count = bench.runs ?? (bench.quick ? people.quick : people.usual);
  const before = process.memoryUsage().rss;
  const [idle, used] = [performance.eventLoopUtilization(), process.threadCpuUsage()];
  const importSeconds = await pushed(bench, local, count);
  const { utilization: busy } = performance.eventLoopUtilization(idle);
  const { user, system } = process.threadCpuUsage(used);
  const grown = (process.memoryUsage().rss - before) / 1e6;
  const rule = await ruled(local, count);
  const note = `${count} people, ${connections} kept connections from a thread of its own; edge, ingress and AdminHub between in one thread, which was busy ${Math.round(busy * 100)} % of the time; two audit records on disk for each, and the tap listens`;
  return [
    { what: 'SCIM import', unit: 's', spread: spreadOf([importSeconds]), note, ...(count === people.usual ? { target } : {}) },
    {
      what: 'processor time for each of them',
      unit: 'ms',
      spread: spreadOf([(user + system) / 1_000 / count]),
      note: 'of that thread: edge, ingress, AdminHub, and the tap',
    },
    { what: 'people pushed', unit: '1/s', spread: spreadOf([count / importSeconds]) },
    { what: 'group rule over all of them: dry run', unit: 's', spread: spreadOf([rule.dryRun]) },
    { what: 'group rule over all of them: activation', unit: 's', spread: spreadOf([rule.activate]) },
    {
      what: 'memory after the import, against before',
      unit: 'MB',
      spread: spreadOf([grown]),
      note: 'with what waits for the garbage collector',
    },
  ];
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1_000;
}

/** Seconds that it took, as the connector saw it. */
async function pushed({ progress }: Bench, { booted, world }: LocalWorld, count: number): Promise<number> {
  const edge = world.names.resolve(hosts.admin, 'bench');
  if (!edge) throw new Error('AdminHub has no address');
  const authorityPem = await readFile(booted.authorityPemFile, 'utf8');
  const common = { host: hosts.admin, token: scimConnector.token, connections, requestsOnConnection };
  const load: PeopleLoad = { ...common, address: edge.address, port: edge.port, authorityPem, people: count };
  const worker = new Worker(new URL('./people-load.ts', import.meta.url));
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  worker.on('message', (said: PeoplePushed) => {
    if ('pushed' in said) progress(`${said.pushed} of ${count} people`);
    else resolve(said.elapsedMs / 1_000);
  });
  worker.once('error', reject);
  worker.postMessage(load);
  try {
    return await promise;
  } finally {
    await worker.terminate();
  }
}

async function ruled({ world }: LocalWorld, count: number): Promise<{ readonly dryRun: number; readonly activate: number }> {
  const admin = world.view.actors.user({ as: 'ada' });
  await admin.signIn();
  await admin.open('admin');
  const { body } = await admin.administer('groups/create', { name: 'Moulders' });
  const when = { attribute: 'title', is: 'Moulder' };
  const rules = JSON.stringify([{ name: 'moulders', when, add: [(body as { readonly id: string }).id] }]);
  await admin.administer('group-rules/draft', { rules });
  let draft: string | undefined;
  const dryRun = await seconds(async () => {
    draft = ((await admin.readHub('/group-rules/dry-run')).body as { readonly draft?: string }).draft;
  });
  const activate = await seconds(async () => {
    const replied = await admin.administer('group-rules/activate', { draft: draft ?? '' });
    const { changes } = replied.body as { readonly changes?: number };
    if (changes !== Math.ceil(count / 3)) throw new Error(`the rule changed ${changes} memberships`);
  });
  return { dryRun, activate };
}

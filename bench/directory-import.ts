/** How long it takes to push people by SCIM, one request each, and to evaluate a group rule over all of them; and what memory that takes. */
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { scimConnector } from '../harness/fixtures/fixtures.ts';
import type { Bench, Figure, Reading } from './figure.ts';
import { keptConnection } from './kept-connection.ts';
import { inLocalWorld, type LocalWorld } from './local-world.ts';
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
  const importSeconds = await seconds(() => pushed(bench, local, count));
  const grown = (process.memoryUsage().rss - before) / 1e6;
  const rule = await ruled(local, count);
  const note = `${count} people, ${connections} kept connections, edge, ingress and AdminHub between, two audit records on disk for each; client and system share one thread`;
  return [
    { what: 'SCIM import', unit: 's', spread: spreadOf([importSeconds]), note, ...(count === people.usual ? { target } : {}) },
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

async function pushed({ progress }: Bench, { booted, world }: LocalWorld, count: number): Promise<void> {
  const route = { exitUrl: world.exits.hq.url, authorityPem: await readFile(booted.authorityPemFile, 'utf8') };
  const url = new URL('/scim/v2/Users', world.target.origins.admin);
  const headers = { authorization: `Bearer ${scimConnector.token}`, 'content-type': 'application/scim+json' };
  let next = 0;
  const push = async (): Promise<void> => {
    while (next < count) {
      const connection = keptConnection(route);
      for (let asked = 0; asked < requestsOnConnection && next < count; asked += 1) {
        const index = next++;
        const { status } = await connection.ask({ method: 'POST', url, headers, body: personOf(index) });
        if (status !== 201) throw new Error(`person ${index} was answered with ${status}`);
        if (index > 0 && index % 1_000 === 0) progress(`${index} of ${count} people`);
      }
      connection.close();
    }
  };
  await Promise.all(Array.from({ length: connections }, push));
}

const personOf = (index: number): string =>
  JSON.stringify({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName: `bench-${index}@acme.test`,
    active: true,
    title: index % 3 === 0 ? 'Moulder' : 'Fitter',
  });

async function ruled({ world }: LocalWorld, count: number): Promise<{ readonly dryRun: number; readonly activate: number }> {
  const admin = world.view.actors.user({ as: 'ada' });
  await admin.signIn();
  await admin.open('admin');
  const { body } = await admin.administer('groups', { do: 'create', name: 'Moulders' });
  const when = { attribute: 'title', is: 'Moulder' };
  const rules = JSON.stringify([{ name: 'moulders', when, add: [(body as { readonly id: string }).id] }]);
  const dryRun = await seconds(() => admin.administer('rules', { do: 'dry-run', rules }));
  const activate = await seconds(async () => {
    const replied = await admin.administer('rules', { do: 'activate', rules });
    const { changes } = replied.body as { readonly changes?: number };
    if (changes !== Math.ceil(count / 3)) throw new Error(`the rule changed ${changes} memberships`);
  });
  return { dryRun, activate };
}

/** A stage for tests of actors: some hosts behind exits, an authority of its own, one server that hears everything, and a target that answers for its references. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext, type SecureContext } from 'node:tls';
import { attestationAuthority, type Hardware, testModelAaguid } from '../fakes/attestation/index.ts';
import { type ActorsOptions, type Cast, createActors, createKeyRing, type RunBrowser, runBrowser } from '../harness/actors/index.ts';
import { createAuthority, type LeafOptions } from '../harness/authority/authority.ts';
import { writeNssDatabase } from '../harness/authority/nss-database.ts';
import { type NetworkName, networks } from '../harness/fixtures/fixtures.ts';
import { createHistory, type OpenHistory } from '../harness/history/index.ts';
import { type Exit, startExit } from '../harness/network/exit.ts';
import { type NameTable, nameTable } from '../harness/network/names.ts';
import { browserEnvironment, findBrowser } from '../harness/setup/browser.js';
import type { AuditRecord, Message, Target } from '../harness/target/target.ts';
import { newReference } from '../system/kernel/reference.ts';

const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };

export type Heard = {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly peer: string;
};
export type Said = {
  readonly status?: number;
  readonly headers?: Record<string, string | string[]>;
  readonly html?: string /** Recorded under a reference of its own. */;
  readonly code?: string;
};
export type Play = (heard: Heard) => Said | 'hang' | 'hang-up';

export type Stage = {
  readonly names: NameTable;
  readonly exits: Readonly<Record<'hq' | 'home', Exit>>;
  readonly authorityPem: string;
  readonly rootPem: string;
  readonly heard: Heard[];
  readonly history: OpenHistory;
  readonly target: Target;
  readonly records: AuditRecord[];
  readonly messages: Message[];
  readonly steps: { reference: string | undefined }[];
  readonly keys: ReturnType<typeof createKeyRing>;
  play(play: Play): void;
  playing(): Play;
  /** Another certificate for a host from now on, for new connections. */
  certify(host: string, options: LeafOptions): Promise<void>;
  options(): Promise<Omit<ActorsOptions, 'kind'>>;
  wire(): Promise<Cast>;
  browsing(): Promise<Cast>;
  readonly browser: RunBrowser;
  close(): Promise<void>;
};

const hostsOnStage = [
  'tracker.acme.isolated.test',
  'wiki.acme.isolated.test',
  'login.acme.isolated.test',
  'admin.acme.isolated.test',
  'evil.initech.isolated.test',
  'idp.acme.test',
  'elsewhere.attacker.test',
] as const;

export async function openStage(): Promise<Stage> {
  const authority = await createAuthority({ name: 'Stage' });
  const makers = await attestationAuthority({ random, nowMs: Date.now() });
  const model: Hardware = { ...(await makers.model(testModelAaguid)), makers: { listed: makers, other: async () => makers } };
  const homeFolder = mkdtempSync(join(tmpdir(), 'tempered-stage-'));
  writeNssDatabase(homeFolder, authority.certificateDer);
  const heard: Heard[] = [];
  const records: AuditRecord[] = [];
  const messages: Message[] = [];
  const steps: { reference: string | undefined }[] = [];
  const contexts = new Map<string, SecureContext>();
  const certify = async (host: string, options: LeafOptions = {}): Promise<void> => {
    const { certPem, keyPem } = await authority.leafFor(host, options);
    contexts.set(host, createSecureContext({ cert: certPem, key: keyPem }));
  };
  for (const host of hostsOnStage) await certify(host);
  let playing: Play = () => ({ html: '<title>Stage</title>' });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const one = await hear(request);
    heard.push(one);
    const said = playing(one);
    if (said === 'hang') return;
    if (said === 'hang-up') return void request.socket.destroy();
    const reference = newReference(random);
    if (said.code !== undefined) records.push(record(reference, said.code));
    const marked = said.code === undefined ? {} : { 'tempered-reference': reference };
    response.writeHead(said.status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...marked, ...said.headers }).end(said.html ?? '');
  };
  const plain = createServer((request, response) => void answer(request, response));
  const server = createTlsServer({ SNICallback: (host, done) => done(null, contexts.get(host)) }, (request, response) =>
    plain.emit('request', request, response),
  );
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const names = nameTable();
  for (const host of hostsOnStage) names.set(host, { address: '127.0.0.1', port });
  const exitOf = (network: NetworkName): Promise<Exit> => startExit({ network, sourceAddress: networks[network], names });
  const exits = { hq: await exitOf('hq'), home: await exitOf('home') };
  const history = createHistory();
  const keys = createKeyRing();
  const target = targetOf(records, messages);
  const options = async () => ({
    target,
    exits,
    authorityPem: authority.certificatePem,
    users: [{ name: 'uma', email: 'uma@acme.test', password: 'pass of uma' }],
    keys,
    model,
    random,
    record: (operation: Parameters<OpenHistory['record']>[0]) => history.record(operation),
    heard: (step: { reference: string | undefined }) => void steps.push(step),
  });
  const found = findBrowser();
  if ('missing' in found) throw new Error(`${found.missing}: ${found.remedy}`);
  const browser = runBrowser({ executable: found.executable, environment: browserEnvironment(found), trust: { homeFolder } });
  return {
    names,
    exits,
    authorityPem: authority.certificatePem,
    rootPem: makers.rootPem,
    heard,
    history,
    target,
    records,
    messages,
    steps,
    keys,
    certify,
    options,
    browser,
    playing: () => playing,
    play: (play) => {
      playing = play;
    },
    wire: async () => createActors({ ...(await options()), kind: 'wire' }),
    browsing: async () => createActors({ ...(await options()), kind: 'browser', browser }),
    async close() {
      await browser.close();
      await Promise.all(Object.values(exits).map((exit) => exit.close()));
      server.close();
      server.closeAllConnections();
      rmSync(homeFolder, { recursive: true, force: true });
    },
  };
}

async function hear(request: IncomingMessage): Promise<Heard> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]));
  const peer = request.socket.remoteAddress ?? '';
  return {
    method: request.method ?? '',
    host: headers.host ?? '',
    path: request.url ?? '',
    headers,
    body: Buffer.concat(parts).toString(),
    peer,
  };
}

const record = (reference: string, code: string): AuditRecord => ({
  sequence: 0,
  atMs: 0,
  reference,
  event: 'test',
  code,
  actor: '',
  peer: '',
  facts: {},
  log: 'test',
});

function targetOf(records: readonly AuditRecord[], messages: readonly Message[]): Target {
  const origin = (name: string): URL => new URL(`https://${name}.acme.isolated.test`);
  return {
    name: 'stage',
    origins: { login: origin('login'), admin: origin('admin'), tracker: origin('tracker'), wiki: origin('wiki') },
    reset: async () => {},
    decision: async (reference) => records.filter((each) => each.reference === reference),
    auditRecords: async () => records,
    verifyAudit: async () => [],
    mailbox: { messages: async (address) => messages.filter((each) => each.to === address) },
  } as Target;
}

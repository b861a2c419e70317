/** That each zone can run in a process of its own: nothing is told by arguments, time is one, observers are heard, and kill -9 loses nothing that was promised. */
import { readFileSync, truncateSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nothingCrossesThatTheTableDoesNotAllow, type RunEvidence, runChecker } from '../harness/checkers/index.ts';
import type { Booted } from '../harness/run/boot.ts';
import { startSocketGuard } from '../harness/tap/socket-guard.ts';
import { releasedPolicy } from '../harness/target/reference/index.ts';
import { nodeOptions, zoneEnvironment } from '../harness/target/reference/zone-process.ts';
import type { AuditRecord } from '../harness/target/target.ts';
import type { RunningWorld } from '../harness/world/world.ts';
import { type BootedWorld, bootedWorld } from './booted-world.ts';
import { signalled } from './signalled.ts';

const onLinux = process.platform === 'linux';
let booted: Booted;
let world: RunningWorld;
let close: BootedWorld['close'] | undefined;

beforeAll(async () => {
  ({ booted, world, close } = await bootedWorld({ seed: 11, worlds: 2, processes: true }));
});
afterAll(() => close?.());

const pids = (): readonly number[] => Object.values(world.target.processIds());
const cloudPid = (): number => world.target.processIds().cloud ?? 0;
const newest = async (log: string): Promise<AuditRecord | undefined> =>
  (await world.target.auditRecords()).filter((record) => record.log === log).at(-1);
const wholeLogs = async (): Promise<readonly boolean[]> => (await world.target.verifyAudit()).map(({ whole }) => whole);

/** Resolves when the harness knows that it is gone. */
async function kill(zone: 'cloud' | 'edge'): Promise<void> {
  signalled(world.target.processIds()[zone], 'SIGKILL');
  await expect(world.target.settled()).rejects.toThrow(`zone ${zone}`);
}

test('each zone has a process of its own, and a reset keeps it', async () => {
  const before = pids();
  expect(new Set([...before, process.pid]).size).toBe(4);
  await world.reset();
  expect(pids()).toEqual(before);
});

test.runIf(onLinux)('what a zone is set up with stands neither in its arguments nor in its environment', () => {
  for (const pid of pids()) {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
    expect(words).toEqual([process.execPath, ...nodeOptions, expect.stringMatching(/zone-process-entry\.ts$/)]);
    const variables = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean);
    const given = Object.entries(zoneEnvironment()).map(([name, value]) => `${name}=${value}`);
    expect(given.map((variable) => variable.replace(/=.*/, ''))).toEqual(['NODE_ENV', 'NODE_COMPILE_CACHE']);
    expect(variables).toEqual([...given, 'NODE_CHANNEL_FD=3', 'NODE_CHANNEL_SERIALIZATION_MODE=advanced']);
  }
});

test('a person signs in, and every log of every process is whole', async () => {
  expect(await world.view.actors.user().signIn()).toMatchObject({ kind: 'ok', landedOn: 'tracker' });
  expect(await wholeLogs()).toEqual([true, true, true]);
});

test('time is the same in every zone from the moment a step returns', async () => {
  const { clock } = world.target;
  if (clock === undefined) throw new Error('no clock');
  await clock.hold();
  const heldAtMs = clock.now();
  await world.view.actors.visitor().callApi('tracker', '/api/issues');
  expect((await newest('cloud'))?.atMs).toBe(heldAtMs);
  await clock.step({ minutes: 30 });
  await world.view.actors.visitor().callApi('tracker', '/api/issues');
  expect((await newest('cloud'))?.atMs).toBe(heldAtMs + 30 * 60_000);
  await world.reset();
  await world.view.actors.visitor().callApi('tracker', '/api/issues');
  expect((await newest('cloud'))?.atMs).toBeLessThan(heldAtMs + 60_000);
});

test('what the guards and observers inside the zones hear is known here once it has settled', async () => {
  await world.target.settled();
  const [sockets, crossings] = [booted.sockets.declared.length, world.tap.crossings.length];
  await world.view.actors.user().signIn();
  await world.target.settled();
  const openers = new Set(booted.sockets.declared.slice(sockets).map(({ opener }) => opener));
  // Nobody in this process opens a hop or an outbound connection: these were heard by the guards of others.
  expect([...openers]).toEqual(expect.arrayContaining(['system:hop', 'system:outbound']));
  expect(booted.sockets.undeclared).toEqual([]);
  const channels = world.tap.crossings.slice(crossings).map(({ from, to, channel }) => `${from} ${to} ${channel}`);
  expect(channels).toEqual(expect.arrayContaining(['user isolated https', 'isolated user https', 'isolated customer outbound']));
});

test('a guard takes in what another guard heard, and tells each thing once', () => {
  const [here, there] = [startSocketGuard(), startSocketGuard()];
  there.add({ declared: [{ atMs: 1, opener: 'system:hop' }], undeclared: [{ atMs: 2, stack: 'somewhere' }] });
  here.add(there.taken());
  here.add(there.taken());
  expect([here.declared, here.undeclared]).toEqual([[{ atMs: 1, opener: 'system:hop' }], [{ atMs: 2, stack: 'somewhere' }]]);
  here.stop();
  there.stop();
});

test('another policy than the released one does not reach a process', async () => {
  const altered = { ...releasedPolicy, edge: { ...releasedPolicy.edge, request: [] } };
  await expect(booted.startWorld(2, altered)).rejects.toThrow(/released policy only/);
});

test('a boundary that was judged in one process is no evidence, and says so', () => {
  const evidence: RunEvidence = {
    operations: [],
    answers: [],
    records: [],
    crossings: [{ from: 'isolated', to: 'user', channel: 'https', atMs: 1, head: '200', body: new Uint8Array() }],
    lookups: [],
    sockets: { declared: [], undeclared: [] },
    zones: { opened: [], silences: [] },
    healings: [],
    audits: [],
    leftBehind: [],
    routeTables: [],
    secrets: [],
  };
  const judged = (more: Partial<RunEvidence>) => runChecker(nothingCrossesThatTheTableDoesNotAllow, { ...evidence, ...more });
  for (const one of [judged({}), judged({ zonesApart: false })]) {
    expect(one).toMatchObject({ verdict: 'pass', evidence: false, examined: 1 });
    expect(one.note).toMatch(/^boundary: judged in one process; .*--processes/);
  }
  expect(judged({ zonesApart: true })).toMatchObject({ verdict: 'pass', evidence: true });
  expect(judged({ zonesApart: true }).note).toBeUndefined();
});

test('when the cloud is killed the edge answers with its own page, and after a restart all that was stored is there', async () => {
  await world.reset();
  const holder = world.view.actors.breakGlass();
  expect(await holder.signIn()).toMatchObject({ kind: 'ok' });
  const before = (await world.target.auditRecords()).length;
  const killed = cloudPid();
  await kill('cloud');
  expect(await world.view.actors.visitor().open('tracker')).toMatchObject({ kind: 'refused', code: 'edge.ingress.no-answer' });
  expect(world.target.deaths).toEqual(['the process of zone cloud ended with SIGKILL']);
  await world.target.restart();
  expect(cloudPid()).not.toBe(killed);
  expect(await wholeLogs()).toEqual([true, true, true]);
  expect((await world.target.auditRecords()).length).toBeGreaterThan(before);
  // The session was on disk before the page was: it outlives the process.
  expect(await holder.open('admin')).toMatchObject({ kind: 'ok', landedOn: 'admin' });
  expect(await world.view.actors.user().signIn()).toMatchObject({ kind: 'ok', landedOn: 'tracker' });
  const references = (await world.target.auditRecords()).map(({ reference }) => reference);
  expect(new Set(references).size).toBe(references.length);
});

test('a reset brings back a zone that was killed, and the scenario after it starts as any other', async () => {
  await kill('cloud');
  await world.reset();
  expect(await world.view.actors.breakGlass().signIn()).toMatchObject({ kind: 'ok' });
  expect(await wholeLogs()).toEqual([true, true, true]);
});

test('a record that was on disk and is gone after a restart is missed, however well the chain goes on', async () => {
  const file = world.target.auditFiles.cloud ?? '';
  const text = readFileSync(file, 'utf8');
  await kill('cloud');
  truncateSync(file, text.lastIndexOf('\n', text.length - 2) + 1);
  await world.target.restart();
  await world.view.actors.visitor().open('tracker');
  expect((await world.target.verifyAudit()).find(({ log }) => log === 'cloud')).toMatchObject({
    whole: false,
    problem: expect.stringMatching(/^end-missing/),
  });
});

test('half a record is never accepted in silence: its zone does not start on it', async () => {
  const file = world.target.auditFiles.edge ?? '';
  await kill('edge');
  truncateSync(file, readFileSync(file, 'utf8').length - 20);
  await expect(world.target.restart()).rejects.toThrow(/ends in half a record/);
  expect((await world.target.verifyAudit()).find(({ log }) => log === 'edge')).toMatchObject({ whole: false });
});

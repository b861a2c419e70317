/** Every fault: absent before, present during, absent after; whoever was connected is cut when it comes and when it goes; a fault that does not come is not seen. */
import { readFileSync } from 'node:fs';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AlreadyDisturbed } from '../harness/fault-proxy/mode-switch.ts';
import { beyondTheLimit, slowness, systemLimitMs } from '../harness/fault-proxy/slowness.ts';
import type { Fault } from '../harness/faults/fault.ts';
import { blackHole, clientSecretRotated, connectionsRefused, faults, idpHangs, newestClientSecret } from '../harness/faults/index.ts';
import type { Symptom } from '../harness/idp-probe/symptom.ts';
import type { World } from '../harness/scenario/scenario.ts';
import { closed } from './closed-socket.ts';
import { type SmallWorld, smallWorld } from './samples/small-world.ts';

let small: SmallWorld;
let world: World;
beforeAll(async () => {
  small = await smallWorld();
  world = small.world;
});
afterAll(() => small.close());

const place = (): { address: string; port: number } => {
  const found = world.names.resolve('idp.acme.test', 'probe');
  if (!found) throw new Error('the name is gone');
  return found;
};
/** A client that has had one answer and stays connected. */
const keptAlive = async (): Promise<TLSSocket> => {
  const { address, port } = place();
  const socket = connectTls({ host: address, port, servername: 'idp.acme.test', ca: small.authority.certificatePem });
  socket.write(`GET ${small.path} HTTP/1.1\r\nHost: idp.acme.test\r\n\r\n`);
  const answer = await new Promise<string>((resolve, reject) =>
    socket.once('data', (part) => resolve(part.toString())).once('error', reject),
  );
  expect(answer).toMatch(/^HTTP\/1\.1 200/);
  return socket;
};
/** A client that comes while the fault is there, as far as it gets. */
const whileItLasts = async (): Promise<Socket> => {
  const { address, port } = place();
  const socket = connectTcp(port, address);
  await new Promise<void>((resolve, reject) => socket.once('connect', () => resolve()).once('error', reject));
  return socket;
};

/** Those that the smallest world can have; the others need a realm, and are tried with a real one. */
const here = faults
  .map(({ fault }) => fault)
  .filter(
    ({ means, needs, name }) =>
      (['network', 'process'].includes(means) && !needs.includes('idp-clock')) || name === 'idp.client-secret-rotated',
  );

/** Seen by more than one look. */
const seenByMore: ReadonlySet<string> = new Set(['idp.dns-name-leads-elsewhere']);

const patienceMs = 30_000; // the slow one is really waited for

test.each(here.map((fault) => [fault.name, fault] as const))(
  '%s is absent, then present, then absent, and cuts whoever was connected',
  async (_name, fault) => {
    expect(await fault.observe(world)).toMatchObject({ seen: 'absent' });
    const before = await keptAlive();
    const cut = closed(before);
    const undo = await fault.install(world);
    if (fault.name !== 'idp.client-secret-rotated') await cut; // its disturbance is no matter of connections
    expect(await fault.observe(world)).toMatchObject({ seen: 'present' });
    const reachable = !['idp.connections-refused', 'idp.dns-name-gone'].includes(fault.name);
    const during = reachable ? await whileItLasts() : undefined;
    const cutAgain = during && closed(during);
    await undo();
    if (fault.name !== 'idp.client-secret-rotated') await cutAgain;
    expect(await fault.observe(world)).toMatchObject({ seen: 'absent' });
    await undo(); // a second time does nothing
    expect(await fault.observe(world)).toMatchObject({ seen: 'absent' });
    before.destroy();
    during?.destroy();
  },
  patienceMs,
);

test.each(here.map((fault) => [fault.name, fault] as const))('%s that does not install is seen as absent', async (_name, fault) => {
  const defective: Fault = { ...fault, install: async () => async () => {} };
  const undo = await defective.install(world);
  expect(await defective.observe(world)).toMatchObject({ seen: 'absent' });
  await undo();
});

test('a heal that does not heal is seen', async () => {
  const undo = await blackHole.install(world);
  const defective: Fault = { ...blackHole, install: async () => async () => {} };
  expect(await defective.observe(world)).toMatchObject({ seen: 'present' });
  await undo();
});

test('no fault is taken for another one', async () => {
  const symptoms: readonly (readonly [string, Symptom])[] = [
    ['idp.connections-refused', { kind: 'refused' }],
    ['idp.black-hole', { kind: 'no-answer', stage: 'tls', afterMs: 1_500 }],
    ['idp.slow-beyond-the-limit', { kind: 'answered', status: 200, afterMs: systemLimitMs + 700 }],
    ['idp.answers-503', { kind: 'answered', status: 503, afterMs: 3 }],
    ['idp.certificate-not-trusted', { kind: 'untrusted' }],
    ['idp.certificate-expired', { kind: 'expired' }],
    ['idp.certificate-of-another-name', { kind: 'wrong-name' }],
    ['idp.dns-name-gone', { kind: 'no-such-name' }],
    ['idp.hangs', { kind: 'no-answer', stage: 'answer', afterMs: 1_500 }],
    ['idp.answers-500', { kind: 'answered', status: 500, afterMs: 3 }],
    ['idp.answers-504', { kind: 'answered', status: 504, afterMs: 3 }],
    ['idp.redirects-for-ever', { kind: 'answered', status: 302, afterMs: 3 }],
    ['idp.tls-too-old', { kind: 'tls-too-old' }],
    ['idp.slow-to-connect', { kind: 'answered', status: 200, afterMs: systemLimitMs + 705, tlsAfterMs: systemLimitMs + 700 }],
    ['none', { kind: 'reset' }],
    ['none', { kind: 'other', detail: 'anything' }],
    ['none', { kind: 'no-answer', stage: 'tunnel', afterMs: 1_500 }],
    ['none', { kind: 'answered', status: 303, afterMs: 3 }],
  ];
  for (const [owner, symptom] of symptoms) {
    const seenBy = { ...world, probe: { ...world.probe, ask: async () => symptom } };
    const present = [];
    for (const fault of here.filter(({ name }) => !seenByMore.has(name)))
      if ((await fault.observe(seenBy)).seen === 'present') present.push(fault.name);
    expect(present).toEqual(owner === 'none' ? [] : [owner]);
  }
});

test('only an answer with 200 counts as absent', async () => {
  const symptoms: readonly Symptom[] = [
    { kind: 'reset' },
    { kind: 'answered', status: 404, afterMs: 1 },
    { kind: 'other', detail: 'x' },
    { kind: 'untrusted' },
  ];
  for (const symptom of symptoms) {
    expect(await connectionsRefused.observe({ ...world, probe: { ...world.probe, ask: async () => symptom } })).toMatchObject({
      seen: 'unclear',
    });
  }
});

test('two disturbances at once are refused, and the first one stays and heals', async () => {
  const undo = await world.faultProxy.refuse();
  await expect(world.faultProxy.blackHole()).rejects.toThrow(AlreadyDisturbed);
  await expect(world.faultProxy.answer(503)).rejects.toThrow(/refused and cannot become answering/);
  expect(await connectionsRefused.observe(world)).toMatchObject({ seen: 'present' });
  await undo();
  const next = await world.faultProxy.blackHole();
  await undo(); // the old healer does not end the new fault
  expect(world.faultProxy.mode()).toBe('black-hole');
  await next();
  expect(world.faultProxy.mode()).toBe('honest');
});

test('connections that are accepted under a fault are counted, with their source', async () => {
  const undo = await world.faultProxy.blackHole();
  const already = world.faultProxy.connections.length;
  await world.probe.ask({ timeLimitMs: 200 });
  await undo();
  expect(world.faultProxy.connections.slice(already).map(({ source, mode }) => ({ source, mode }))).toEqual([
    { source: '127.80.0.8', mode: 'black-hole' },
  ]);
});

test('the new client secret is known to whoever asks the administrator, as long as the fault lasts', async () => {
  expect(newestClientSecret(world)).toBe(world.realm.relyingParty.clientSecret);
  const undo = await clientSecretRotated.install(world);
  expect(await world.realm.clientSecretIsAccepted(newestClientSecret(world))).toBe(true);
  await undo();
  expect(newestClientSecret(world)).toBe(world.realm.relyingParty.clientSecret);
});

test('a driver that cannot hang is told so', async () => {
  const { hang: _hang, ...without } = world.idp;
  await expect(idpHangs.install({ ...world, idp: without })).rejects.toThrow(/cannot make its identity provider hang/);
});

test('the slowness is always beyond the limit, and follows the seed', () => {
  const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(fc.property(unit, (chance) => slowness(beyondTheLimit, () => chance)() > systemLimitMs));
  const delays = (chances: readonly number[]): readonly number[] => {
    const left = [...chances];
    return chances.map(slowness({ medianMs: 40, jitterMs: 5 }, () => left.shift() ?? 0));
  };
  expect(delays([0, 0.5, 0.25])).toEqual([35, 40, 37.5]);
  expect(() => slowness({ medianMs: 1, jitterMs: 2 }, () => 0)).toThrow(RangeError);
});

test('every fault has a name, a sentence for people and the file it stands in', () => {
  expect(new Set(faults.map(({ fault }) => fault.name)).size).toBe(faults.length);
  for (const { fault, file } of faults) {
    expect(fault.title).toMatch(/\.$/);
    expect(readFileSync(file, 'utf8')).toContain(`name: '${fault.name}'`);
  }
});

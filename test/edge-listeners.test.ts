/** Who may speak at all: client certificates by role, server certificates by name, one host said the same way twice (S2, S3). */
import { type TLSSocket, connect as tlsConnect } from 'node:tls';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAuthority } from '../harness/authority/authority.ts';
import { createWorkloadAuthority, roleUri } from '../harness/authority/workload-authority.ts';
import { hopTo } from '../system/kernel/hop.ts';
import { type Listener, listenForRole } from '../system/kernel/listener.ts';
import { type Certificate, type Role, roleOf, type WorkloadIdentity } from '../system/kernel/workload.ts';
import { answerHeader, foreignHost, openStage, otherHost, type Stage, stageHost } from './edge-stage.ts';

let stage: Stage;
let listener: Listener;
const refusals: string[] = [];
const handled: string[] = [];
beforeAll(async () => {
  stage = await openStage();
  listener = await listenForRole({
    address: '127.0.0.1',
    identity: await stage.workloads.certificateFor('tracker'),
    accepts: 'ingress',
    handle: (request, response) => {
      handled.push(request.url ?? '');
      response.end('let in');
    },
    refused: (why) => void refusals.push(why),
  });
});
afterAll(async () => {
  await listener.close();
  await stage.close();
});
beforeEach(() => {
  for (const list of [refusals, handled, stage.edgeRecords, stage.ingressRecords, stage.product, stage.questions]) list.length = 0;
});

/** What comes back on a raw connection to the listener; empty when it was cut. */
async function knock(client: Partial<Certificate>, authorityPem = stage.workloads.certificatePem): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket: TLSSocket = tlsConnect({
    host: '127.0.0.1',
    port: listener.port,
    ca: authorityPem,
    checkServerIdentity: () => undefined,
    ...(client.certPem === undefined ? {} : { cert: client.certPem, key: client.keyPem }),
  });
  let text = '';
  socket.on('data', (part) => {
    text += part.toString();
  });
  socket.on('error', () => {});
  socket.once('close', () => resolve(text));
  socket.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  return promise;
}
const names = (uris: readonly string[], hosts: readonly string[] = []): Promise<Certificate> =>
  stage.workloads.certificateNaming(uris, { hosts });

test('the one role that a listener names is let in', async () => {
  expect(await knock(await stage.workloads.certificateFor('ingress'))).toContain('let in');
  expect(refusals).toEqual([]);
});

test.each<[string, () => Promise<Partial<Certificate>>, string]>([
  ['nobody', async () => ({}), 'no-certificate-of-ours'],
  [
    'a host of the public authority',
    async () => (await createAuthority({ name: 'Public' })).leafFor('login.acme.isolated.test'),
    'no-certificate-of-ours',
  ],
  [
    'an ingress of somebody else’s authority',
    async () => (await createWorkloadAuthority({ name: 'Tempered workload authority' })).certificateFor('ingress'),
    'no-certificate-of-ours',
  ],
  ['the edge', () => stage.workloads.certificateFor('edge'), 'another-role'],
  ['a service of the same role as the listener', () => stage.workloads.certificateFor('tracker'), 'another-role'],
  ['two roles at once', () => names([roleUri('ingress'), roleUri('edge')]), 'another-role'],
  ['the same role twice', () => names([roleUri('ingress'), roleUri('ingress')]), 'another-role'],
  ['a role and a host name', () => names([roleUri('ingress')], ['tracker.acme.isolated.test']), 'another-role'],
  ['no name at all but a host', () => names([], ['ingress.test']), 'another-role'],
  ['a role with something after it', () => names([`${roleUri('ingress')}/x`]), 'another-role'],
  ['a role in another spelling', () => names([roleUri('Ingress')]), 'another-role'],
  ['a role of another trust domain', () => names(['spiffe://evil.test/role/ingress']), 'another-role'],
  ['a name that holds the list separator', () => names([`${roleUri('ingress')}, URI:${roleUri('edge')}`]), 'another-role'],
])('%s is cut before a request is read, and it is noted', async (_name, client, why) => {
  expect(await knock(await client())).toBe('');
  expect(handled).toEqual([]);
  expect(refusals).toEqual([`workload.connection.${why}`]);
});

test('a hop speaks to the role it means and to no other, and says nothing to it', async () => {
  const identity = { ...(await stage.workloads.certificateFor('ingress')), role: 'ingress' } as WorkloadIdentity;
  const call = (role: Role, authorityPem = identity.authorityPem): Promise<unknown> =>
    hopTo({ ...listener, role }, { ...identity, authorityPem }).call('/x', {}, 2_000);
  await expect(call('tracker')).rejects.toThrow(); // `let in` is no JSON
  expect(handled).toEqual(['/x']);
  await expect(call('authentication-service')).rejects.toThrow('the other side has another role');
  await expect(call('tracker', (await createAuthority({ name: 'Public' })).certificatePem)).rejects.toThrow();
  expect(handled).toEqual(['/x']);
});

test('it is the hop that ends a connection without use, and the listener would have kept it for much longer', async () => {
  const identity = { ...(await stage.workloads.certificateFor('ingress')), role: 'ingress' } as WorkloadIdentity;
  const hop = hopTo({ ...listener, role: 'tracker' }, identity);
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const hint = await new Promise((told) => {
    const call = hop.open({ method: 'GET', path: '/', headers: {} });
    call.on('response', (answer) => {
      answer.resume().socket.once('close', resolve);
      told(answer.headers['keep-alive']);
    });
    call.end();
  });
  expect(hint).toBe('timeout=60');
  // Well within the limit of a test; the listener alone would take a minute.
  await ended;
  hop.close();
});

test('a role is read from one URI name only', () => {
  const of = (subjectaltname: string | undefined): Role | undefined =>
    roleOf(subjectaltname === undefined ? undefined : { subjectaltname });
  expect(of(`URI:${roleUri('ingress')}`)).toBe('ingress');
  for (const name of [
    undefined,
    '',
    'DNS:ingress',
    `DNS:${roleUri('ingress')}`,
    `URI:"${roleUri('ingress')}"`,
    `URI:${roleUri('constructor')}`,
  ])
    expect(of(name)).toBeUndefined();
});

test.each([
  ['a host that is not this cloud’s', foreignHost],
  ['a sub-domain of a host', `x.${stageHost}`],
  ['the parent of all hosts', 'isolated.test'],
])('the edge ends the handshake for %s', async (_name, host) => {
  await expect(stage.connect(host)).rejects.toThrow();
});

test('the edge ends the handshake for somebody who names no host', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = tlsConnect({ host: '127.0.0.1', port: stage.edge.port, ca: stage.authorityPem, servername: '' });
  socket.once('error', () => resolve('refused'));
  socket.once('secureConnect', () => resolve('let in'));
  expect(await promise).toBe('refused');
  socket.destroy();
});

const line = (host: string, version = '1.1'): string => `GET /open HTTP/${version}\r\n${host}Connection: close\r\n\r\n`;
test.each([
  ['another host of the same cloud', `Host: ${otherHost}\r\n`, 421, 'edge.request.host-is-not-the-certificates'],
  ['the host of another cloud', `Host: ${foreignHost}\r\n`, 421, 'edge.request.host-is-not-the-certificates'],
  ['the host with a port', `Host: ${stageHost}:443\r\n`, 421, 'edge.request.host-is-not-the-certificates'],
  ['the host with a dot', `Host: ${stageHost}.\r\n`, 421, 'edge.request.host-is-not-the-certificates'],
  ['the host in capitals', `Host: ${stageHost.toUpperCase()}\r\n`, 421, 'edge.request.host-is-not-the-certificates'],
  ['two hosts', `Host: ${stageHost}\r\nHost: ${otherHost}\r\n`, 400, 'edge.request.host-repeated'],
  ['the same host twice', `Host: ${stageHost}\r\nhost: ${stageHost}\r\n`, 400, 'edge.request.host-repeated'],
  ['an empty host', 'Host: \r\n', 400, 'edge.request.host-missing'],
  ['no host', '', 400, 'edge.request.host-missing'],
])('a request for %s is refused at the edge and recorded', async (_name, host, status, code) => {
  const [answer, ...more] = await stage.say(line(host));
  expect([answer?.status, more]).toEqual([status, []]);
  expect(stage.edgeRecords.map((record) => [record.code, record.reference, record.peer])).toEqual([
    [code, answerHeader(answer, 'tempered-reference'), '127.0.0.1'],
  ]);
  expect(stage.ingressRecords).toEqual([]);
});

test('the honest twin of all of these is let in, in both versions', async () => {
  for (const version of ['1.1', '1.0']) expect((await stage.say(line(`Host: ${stageHost}\r\n`, version)))[0]?.status).toBe(200);
  expect(stage.edgeRecords).toEqual([]);
});

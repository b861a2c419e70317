/** The run's authorities: good for `.test` and two days, refused by a careful client for exactly the deviation that was made. */
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { connect, createServer as createTlsServer, type PeerCertificate, type TLSSocket } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { createAuthority } from '../harness/authority/authority.ts';
import { certificateDeviations, deviatingLeaf } from '../harness/authority/deviating-leaf.ts';
import { writeNssDatabase } from '../harness/authority/nss-database.ts';
import { createWorkloadAuthority, roleUri } from '../harness/authority/workload-authority.ts';
import type { KeyedCertificate } from '../harness/authority/x509.ts';
import { listenCuttable } from '../harness/network/cuttable-server.ts';
import { roleOf } from '../system/kernel/workload.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const authority = await createAuthority({ name: 'Tempered Test Authority' });
const workloads = await createWorkloadAuthority({ name: 'Tempered Test Workloads' });

const serving = async ({ certPem, keyPem }: KeyedCertificate): Promise<number> => {
  const server = await listenCuttable(
    createServer({ cert: certPem, key: keyPem }, (_request, response) => response.end('hello')),
    { address: '127.0.0.1' },
  );
  ends.push(server.close);
  return server.port;
};

/** The error code of a handshake that trusts this authority alone; `accepted` when there is none. */
const handshake = (port: number, servername: string, ca = authority.certificatePem): Promise<string> => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = connect({ port, host: '127.0.0.1', servername, ca });
  socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'UNSPECIFIED' ? error.message : (error.code ?? '')));
  socket.once('secureConnect', () => resolve('accepted'));
  return promise.finally(() => socket.destroy());
};

test('an honest leaf is accepted for its host', async () => {
  expect(await handshake(await serving(await authority.leafFor('idp.acme.test')), 'idp.acme.test')).toBe('accepted');
});

test.each([
  ['expired', 'CERT_HAS_EXPIRED'],
  ['untrusted', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['other-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
] as const)('a leaf that is %s is refused for that reason', async (deviation, code) => {
  expect(certificateDeviations).toContain(deviation);
  expect(await handshake(await serving(await deviatingLeaf(authority, 'idp.acme.test', deviation)), 'idp.acme.test')).toBe(code);
});

test('the authority is worthless outside .test, and for addresses', async () => {
  const elsewhere = await serving(await authority.leafFor('www.example.com'));
  expect(await handshake(elsewhere, 'www.example.com')).toBe('permitted subtree violation');
  const lookalike = await serving(await authority.leafFor('example.nottest'));
  expect(await handshake(lookalike, 'example.nottest')).toBe('permitted subtree violation');
});

test('the authority lives for at most 48 hours, and no leaf outlives it', async () => {
  const certificate = new X509Certificate(authority.certificatePem);
  const leaf = new X509Certificate((await authority.leafFor('idp.acme.test')).certPem);
  expect(certificate.validToDate.getTime() - certificate.validFromDate.getTime()).toBeLessThanOrEqual(48 * 3_600_000);
  expect(leaf.validToDate.getTime()).toBeLessThanOrEqual(certificate.validToDate.getTime());
  expect(certificate.ca).toBe(true);
  expect(leaf.ca).toBe(false);
  expect(leaf.subjectAltName).toBe('DNS:idp.acme.test');
});

test('two authorities of one name share no key, so that one run’s leaves mean nothing to another run', async () => {
  const other = await createAuthority({ name: authority.name });
  expect(await handshake(await serving(await other.leafFor('idp.acme.test')), 'idp.acme.test')).not.toBe('accepted');
});

test('a workload certificate names one role, works on both sides of a hop, and is nothing to a browser', async () => {
  const ingress = await workloads.certificateFor('ingress');
  const edge = await workloads.certificateFor('edge');
  const { promise, resolve } = Promise.withResolvers<PeerCertificate>();
  const server = createTlsServer(
    { cert: ingress.certPem, key: ingress.keyPem, ca: ingress.authorityPem, requestCert: true, rejectUnauthorized: true },
    (socket) => {
      resolve(socket.getPeerCertificate());
    },
  );
  const listening = await listenCuttable(server, { address: '127.0.0.1' });
  ends.push(listening.close);
  const seen: { server?: PeerCertificate } = {};
  const socket: TLSSocket = connect(
    {
      port: listening.port,
      host: '127.0.0.1',
      ca: edge.authorityPem,
      cert: edge.certPem,
      key: edge.keyPem,
      checkServerIdentity: () => undefined,
    },
    () => {
      seen.server = socket.getPeerCertificate();
    },
  );
  ends.push(async () => void socket.destroy());
  expect(roleOf(await promise)).toBe('edge');
  expect(roleOf(seen.server)).toBe('ingress');
  expect((await promise).subjectaltname).toBe(`URI:${roleUri('edge')}`);
  expect(await handshake(listening.port, 'idp.acme.test')).not.toBe('accepted');
});

test('a certificate with two roles, or a host beside its role, names no role', async () => {
  const read = (pem: KeyedCertificate): string => new X509Certificate(pem.certPem).subjectAltName ?? '';
  const two = read(await workloads.certificateNaming([roleUri('edge'), roleUri('ingress')]));
  const withHost = read(await workloads.certificateNaming([roleUri('edge')], { hosts: ['login.acme.isolated.test'] }));
  expect(two).toBe(`URI:${roleUri('edge')}, URI:${roleUri('ingress')}`);
  expect([roleOf({ subjectaltname: two }), roleOf({ subjectaltname: withHost })]).toEqual([undefined, undefined]);
});

test('the browser’s database holds the certificate and its trust, no key, and is made once', () => {
  const home = mkdtempSync(join(tmpdir(), 'tempered-nss-'));
  ends.push(async () => rmSync(home, { recursive: true }));
  writeNssDatabase(home, authority.certificateDer);
  const database = new DatabaseSync(join(home, '.pki', 'nssdb', 'cert9.db'), { readOnly: true });
  const rows = database.prepare('SELECT hex(a0) AS class, hex(a11) AS value, hex(ace536358) AS server FROM nssPublic ORDER BY id').all();
  database.close();
  expect(rows).toEqual([
    { class: '00000001', value: Buffer.from(authority.certificateDer).toString('hex').toUpperCase(), server: '' },
    { class: 'CE534353', value: '', server: 'CE534352' },
  ]);
  expect(() => writeNssDatabase(home, authority.certificateDer)).toThrow(/already exists/);
});

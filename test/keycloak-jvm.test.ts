/** A real Keycloak as a Java process: its life, its clock, its way out, its closed side doors. */

import { createPublicKey } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority } from '../harness/authority/authority.ts';
import { hosts, networks, publicIdpOrigin, relyingParty } from '../harness/fixtures/fixtures.ts';
import type { Lease, Realm, RunningIdp } from '../harness/idp/driver.ts';
import { keycloakRealm } from '../harness/idp/keycloak/admin.ts';
import { type AdminApi, adminApi } from '../harness/idp/keycloak/admin-api.ts';
import { clockOffset } from '../harness/idp/keycloak/clock.ts';
import { findDistribution } from '../harness/idp/keycloak/distribution.ts';
import { loopbackRequest } from '../harness/idp/keycloak/loopback-request.ts';
import { newMemory } from '../harness/idp/keycloak/realm-at-hand.ts';
import { loadPool, type SeededPool } from '../harness/idp/keycloak/seeded-pool.ts';
import { signInByHttp } from '../harness/idp/keycloak/sign-in.ts';
import { keycloakJvm } from '../harness/idp/keycloak-jvm/index.ts';
import { findJava } from '../harness/idp/keycloak-jvm/java.ts';
import { startServer } from '../harness/idp/keycloak-jvm/server-process.ts';
import { ensureSnapshot } from '../harness/idp/keycloak-jvm/snapshot.ts';
import { type Exit, startExit } from '../harness/network/exit.ts';
import { nameTable } from '../harness/network/names.ts';
import { cacheFolder } from '../harness/setup/cache-folder.js';
import { listenersOf } from './keycloak-listeners.ts';

const cache = cacheFolder();
const publicOrigin = new URL(publicIdpOrigin);
const can = await keycloakJvm.usable({ cacheFolder: cache });
if (!can.yes) console.log(`skipped, Keycloak as a process: ${can.why}; ${can.remedy}`);

const pids: number[] = [];
const lease: Lease = { process: (pid) => void pids.push(pid), container: () => {}, folder: () => {} };
const names = nameTable();
const calls: { readonly body: string; readonly path: string; readonly peer: string }[] = [];

let runFolder: string;
let exit: Exit;
let idp: RunningIdp;
let pool: SeededPool;
let admin: AdminApi;
let realm: Realm;
const closing: (() => Promise<unknown>)[] = [];

const signIn = () => signInByHttp(idp.upstream(), { realm: 'w1', person: 'uma', publicOrigin });
const get = (path: string) => loopbackRequest(idp.upstream(), { method: 'GET', path });
const snapshot = async () => {
  const java = await findJava();
  const source = await findDistribution(cache);
  if (!java || !source.found) throw new Error('usable() said that both are here');
  return { java, ...(await ensureSnapshot({ cacheFolder: cache, java, distribution: await source.open(), lease, progress: console.log })) };
};

/** The relying party's host on its real port, with an honest certificate. */
async function listenAsLogin(): Promise<string> {
  const authority = await createAuthority({ name: 'Test authority' });
  const { certPem, keyPem } = await authority.leafFor(hosts.login);
  const server = createServer({ cert: certPem, key: keyPem }, async (request, response) => {
    calls.push({ body: await text(request), path: request.url ?? '', peer: request.socket.remoteAddress ?? '' });
    response.end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closing.push(async () => once(server.close(), 'close'));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the listener has no port');
  names.set(hosts.login, { address: '127.0.0.1', port: address.port });
  const pemFile = join(runFolder, 'authority.pem');
  await writeFile(pemFile, authority.certificatePem);
  return pemFile;
}

describe.skipIf(!can.yes)('Keycloak as a Java process', () => {
  beforeAll(async () => {
    runFolder = await mkdtemp(join(tmpdir(), 'keycloak-jvm-test-'));
    const authorityPemFile = await listenAsLogin();
    exit = await startExit({ network: 'idp', sourceAddress: networks.idp, names });
    closing.push(() => exit.close());
    const options = {
      publicOrigin,
      realms: 2,
      seed: 1,
      exit,
      authorityPemFile,
      runFolder,
      cacheFolder: cache,
      lease,
      progress: console.log,
    };
    idp = await keycloakJvm.start(options);
    closing.push(() => idp.stop());
    pool = await loadPool((await snapshot()).poolFile);
    admin = adminApi(idp.upstream, pool.admin);
    realm = await idp.realm(1);
  }, 400_000);

  afterEach(() => realm.revert(), 30_000);

  afterAll(async () => {
    for (const close of closing.toReversed()) await close();
    await rm(runFolder, { recursive: true, force: true });
  }, 30_000);

  it('names itself by its public address, and signs with a key that the harness holds', async () => {
    expect(realm.issuer.href).toBe('https://idp.acme.test/realms/w1');
    const { idToken } = await signIn();
    const { signingKeyPem } = pool.keys[0] ?? { signingKeyPem: '' };
    const { payload, protectedHeader } = await jwtVerify(idToken, createPublicKey(signingKeyPem), { issuer: realm.issuer.href });
    expect(protectedHeader.kid).toBe('w1-sig');
    expect(payload.sub).toBe(realm.users.find(({ name }) => name === 'uma')?.subject);
  });

  it('has as many realms as were asked for', async () => {
    expect((await idp.realm(2)).name).toBe('w2');
    await expect(idp.realm(3)).rejects.toThrow(RangeError);
  });

  it('changes the client secret, and the old one is dead', async () => {
    expect(await realm.clientSecretIsAccepted(realm.relyingParty.clientSecret)).toBe(true);
    expect(await realm.clientSecretIsAccepted('another')).toBe(false);
    const secret = await realm.rotateClientSecret();
    expect(await realm.clientSecretIsAccepted(secret)).toBe(true);
    expect(await realm.clientSecretIsAccepted(realm.relyingParty.clientSecret)).toBe(false);
    await realm.revert();
    expect(await realm.clientSecretIsAccepted(realm.relyingParty.clientSecret)).toBe(true);
    expect(await realm.clientSecretIsAccepted(secret)).toBe(false);
  });

  it('takes the client secret in the Authorization header only', async () => {
    const { status, text: body } = await loopbackRequest(idp.upstream(), {
      method: 'POST',
      path: '/realms/w1/protocol/openid-connect/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: 'none',
        client_id: relyingParty.clientId,
        client_secret: relyingParty.clientSecret,
      }).toString(),
    });
    expect(status).toBe(401);
    expect(JSON.parse(body).error).toBe('unauthorized_client');
  });

  it('rotates its signing key, twice, and back', async () => {
    const first = await realm.rotateKeys();
    const second = await realm.rotateKeys();
    expect(second).not.toBe(first);
    expect(decodeProtectedHeader((await signIn()).idToken).kid).toBe(second);
    await realm.revert();
    expect(decodeProtectedHeader((await signIn()).idToken).kid).toBe('w1-sig');
  });

  it('deletes the client, and brings it back', async () => {
    await realm.deleteClient();
    expect(await realm.clientExists()).toBe(false);
    await expect(signIn()).rejects.toThrow('no login form');
    await realm.revert();
    expect(await realm.clientExists()).toBe(true);
    await signIn();
  });

  it('disables a user, and enables them again', async () => {
    await realm.disableUser('uma');
    expect(await realm.userIsEnabled('uma')).toBe(false);
    expect(await realm.userIsEnabled('nils')).toBe(true);
    await expect(signIn()).rejects.toThrow('the form answered 200');
    await realm.revert();
    expect(await realm.userIsEnabled('uma')).toBe(true);
    await signIn();
  });

  it('reverts what its operations never do: a changed password, a new user, a realm switched off, an open session', async () => {
    await signIn();
    const [uma] = realm.users;
    await admin.change('PUT', `w1/users/${uma?.subject}/reset-password`, { type: 'password', value: 'changed', temporary: false });
    await admin.change('POST', 'w1/users', { username: 'intruder', enabled: true });
    await admin.change('PUT', 'w1', { enabled: false });
    const heard = calls.length;
    await realm.revert();
    expect(calls.length).toBe(heard);
    expect(await admin.get<readonly unknown[]>('w1/users?username=intruder&exact=true')).toEqual([]);
    expect(await admin.get<readonly unknown[]>(`w1/users/${uma?.subject}/sessions`)).toEqual([]);
    await signIn();
  });

  it('says loudly what a revert could not put back', async () => {
    const [[seeded], [keys]] = [pool.states, pool.keys];
    if (!seeded || !keys) throw new Error('the pool is empty');
    const forged = { ...seeded, keyComponents: [...seeded.keyComponents, { id: 'a-key-that-never-was' }] };
    const other = keycloakRealm({ index: 1, admin, upstream: idp.upstream, publicOrigin, memory: newMemory(forged, keys) });
    await expect(other.revert()).rejects.toThrow('keyComponents: a-key-that-never-was is missing');
  });

  it('calls the relying party when a session is ended, through its exit, and not when the name is gone', async () => {
    const { idToken } = await signIn();
    await realm.endSessions('uma');
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ path: '/backchannel-logout', peer: networks.idp });
    const token = new URLSearchParams(calls[0]?.body).get('logout_token') ?? '';
    const keys = JSON.parse((await get('/realms/w1/protocol/openid-connect/certs')).text) as JSONWebKeySet;
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
      issuer: realm.issuer.href,
      audience: relyingParty.clientId,
      typ: 'logout+jwt',
    });
    expect(payload.sid).toBe(decodeJwt(idToken).sid);

    const bringBack = names.remove(hosts.login);
    await signIn();
    await realm.endSessions('uma');
    bringBack();
    expect(exit.connections.at(-1)).toMatchObject({ host: hosts.login, result: 'dns_error' });
    expect(calls).toHaveLength(1);
  });

  it('moves its clock, as its tokens show, and puts it back', async () => {
    const issuedAt = async () => decodeJwt((await signIn()).idToken).iat ?? 0;
    const before = await issuedAt();
    const undo = await idp.clock?.shift(7_200);
    expect(await issuedAt()).toBeGreaterThanOrEqual(before + 7_200);
    await realm.revert();
    await undo?.();
    expect(await clockOffset(idp.upstream())).toBe(0);
    expect(await issuedAt()).toBeLessThan(before + 7_200);
  });

  it('runs no code that is sent to it', async () => {
    const path = '/realms/master/testing-run-on-server';
    expect((await get('/realms/master/testing-timeoffset')).status).toBe(200);
    expect((await get(path)).status).toBe(404);
    expect((await loopbackRequest(idp.upstream(), { method: 'POST', path, body: 'x' })).status).toBe(404);
  });

  it.skipIf(process.platform !== 'linux')('listens on 127.0.0.1 only', async () => {
    const listeners = await listenersOf(pids.at(-1) ?? 0);
    expect(listeners.map(({ port }) => port)).toContain(idp.upstream().port);
    expect([...new Set(listeners.map(({ address }) => address))]).toEqual(['127.0.0.1']);
  });

  it('hangs: connections are accepted, nothing is answered; then it goes on', async () => {
    const undo = await idp.hang?.();
    const socket = connect(idp.upstream().port, idp.upstream().host);
    await once(socket, 'connect');
    socket.destroy();
    expect(await idp.answers()).toBe(false);
    await undo?.();
    expect(await idp.answers()).toBe(true);
  }, 30_000);

  it('is killed, and a restart brings the seeded state back', async () => {
    await realm.rotateClientSecret();
    await idp.kill();
    expect(await idp.answers()).toBe(false);
    await idp.restart();
    expect(await idp.answers()).toBe(true);
    expect(await realm.clientSecretIsAccepted(realm.relyingParty.clientSecret)).toBe(true);
  }, 60_000);

  it('tells the end of its log when it does not start', async () => {
    const { java, installation } = await snapshot();
    const folder = join(runFolder, 'no-start');
    const launch = { java, installation, home: installation, temporaryFolder: folder, logFile: join(runFolder, 'no-start.log'), lease };
    await expect(startServer({ ...launch, args: ['start', '--optimized', '--no-such-option'] })).rejects.toThrow('--no-such-option');
  }, 60_000);
});

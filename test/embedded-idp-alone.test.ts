/** What the embedded identity provider does beyond the contract of a driver. */
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hosts, people, publicIdpOrigin, relyingParty } from '../harness/fixtures/fixtures.ts';
import type { Realm, RunningIdp } from '../harness/idp/driver.ts';
import { embedded } from '../harness/idp/embedded/index.ts';
import { type OpenLease, openLease } from '../harness/lease/index.ts';
import { type BackChannel, openBackChannel } from './contract/back-channel-listener.ts';
import { Agent, authorizationRequest, discover, exchange, passLoginForm } from './contract/relying-party-over-http.ts';
import { keySet, landed, uma } from './contract/sign-in.ts';

let cacheFolder: string;
let lease: OpenLease;
let backChannel: BackChannel;
let idp: RunningIdp;
let realm: Realm;

async function portWithoutListener(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function start(seed: number, exit = backChannel.exit): Promise<RunningIdp> {
  const authorityPemFile = join(lease.runFolder, 'authority.pem');
  await writeFile(authorityPemFile, backChannel.authorityPem);
  const places = { exit, authorityPemFile, runFolder: lease.runFolder, cacheFolder };
  return embedded.start({ publicOrigin: new URL(publicIdpOrigin), realms: 2, seed, ...places, lease, progress: () => {} });
}

beforeAll(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'tempered-embedded-test-'));
  lease = await openLease({ cacheFolder });
  backChannel = await openBackChannel(hosts.login);
  idp = await start(7);
  realm = await idp.realm(1);
}, 30_000);

afterAll(async () => {
  await idp?.stop();
  await backChannel?.close();
  await lease?.close();
  await rm(cacheFolder, { recursive: true, force: true });
});

test('calls itself by its configured origin even when a request names another host', async () => {
  const { host, port } = idp.upstream();
  const headers = { host: 'evil.test', 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'http' };
  const body = await new Promise<string>((resolve, reject) => {
    request({ host, port, path: '/realms/w1/.well-known/openid-configuration', headers }, async (incoming) => {
      let text = '';
      for await (const part of incoming) text += String(part);
      resolve(text);
    })
      .on('error', reject)
      .end();
  });
  expect(body).not.toContain('evil.test');
  expect(JSON.parse(body)).toMatchObject({ issuer: realm.issuer.href, token_endpoint: `${realm.issuer.href}/token` });
});

test('a person signs out at the identity provider: asked once, the relying party is told, and they land back on it', async () => {
  const agent = new Agent(idp);
  const attempt = await authorizationRequest(agent, realm);
  const code = landed(await passLoginForm(agent, attempt, uma.name, uma.password)).get('code') ?? '';
  const { idToken } = await exchange(agent, realm, attempt, code, relyingParty.clientSecret);
  const endSession = new URL((await discover(agent, realm)).end_session_endpoint ?? '');
  endSession.searchParams.set('id_token_hint', idToken);
  endSession.searchParams.set('post_logout_redirect_uri', relyingParty.postLogoutRedirectUri);
  endSession.searchParams.set('state', 'where-was-i');
  const question = await agent.send(endSession);
  expect(question.status).toBe(200);
  const [, action = '', xsrf = ''] = /action="([^"]+)".*name="xsrf" value="([^"]+)"/.exec(question.body) ?? [];
  const arriving = backChannel.nextLogoutToken(5_000);
  const back = await agent.follow(new URL(action), { method: 'POST', form: { xsrf, logout: 'yes' } });
  expect(landed(back).get('state')).toBe('where-was-i');
  expect(decodeJwt(await arriving)).toMatchObject({ sub: decodeJwt(idToken).sub, sid: decodeJwt(idToken).sid });
});

test('a session ends even when the relying party cannot be told', async () => {
  const shut = await start(7, { host: '127.0.0.1', port: await portWithoutListener() });
  try {
    const itsRealm = await shut.realm(1);
    const agent = new Agent(shut);
    landed(await passLoginForm(agent, await authorizationRequest(agent, itsRealm), uma.name, uma.password));
    await itsRealm.endSessions(uma.name);
    const again = await agent.follow((await authorizationRequest(agent, itsRealm, { prompt: 'none' })).url);
    expect(landed(again).get('error')).toBe('login_required');
    expect(await readFile(join(lease.runFolder, 'embedded-idp.log'), 'utf8')).toContain('back-channel logout failed');
  } finally {
    await shut.stop();
  }
});

test('the same seed gives the same subjects and keys, another seed others', async () => {
  const identity = async (running: RunningIdp) => {
    const [first, second] = [await running.realm(1), await running.realm(2)];
    const modulus = async (each: Realm) => {
      const answer = await new Agent(running).send(new URL(`${each.issuer.href}/jwks`));
      return (JSON.parse(answer.body) as { keys: { n: string }[] }).keys[0]?.n;
    };
    const subjects = [...first.users, ...second.users].map((user) => user.subject);
    expect(new Set(subjects).size).toBe(2 * Object.keys(people).length);
    return { subjects, keys: [await modulus(first), await modulus(second)] };
  };
  const [twin, other] = [await start(7), await start(8)];
  try {
    const mine = await identity(idp);
    expect(await identity(twin)).toEqual(mine);
    const theirs = await identity(other);
    expect(theirs.subjects).not.toEqual(mine.subjects);
    expect(theirs.keys).not.toEqual(mine.keys);
  } finally {
    await Promise.all([twin.stop(), other.stop()]);
  }
});

test('publishes no private part of its key', async () => {
  const agent = new Agent(idp);
  const answer = await agent.send(new URL((await discover(agent, realm)).jwks_uri ?? ''));
  for (const key of (JSON.parse(answer.body) as { keys: object[] }).keys) {
    for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(key).not.toHaveProperty(secret);
  }
  expect((await keySet(agent, realm)).ids).toHaveLength(1);
});

test('says nothing of what was typed when it is wrong, and forbids scripts and frames', async () => {
  const agent = new Agent(idp);
  const end = await passLoginForm(agent, await authorizationRequest(agent, realm), '"><script>alert(1)</script>', 'guess-guess');
  if (end.kind !== 'page') throw new Error('signed in');
  expect(end.answer.body).toContain('role="alert"');
  expect(end.answer.body).not.toContain('<script>');
  expect(end.answer.body).not.toContain('guess-guess');
  expect(end.answer.headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
});

test('a login that nobody began is refused with a page that says what to do', async () => {
  const answer = await new Agent(idp).send(new URL(`${realm.issuer.href}/login/nobody-began-this`));
  expect(answer.status).toBe(400);
  expect(answer.body).toContain('start again');
});

test('what is at no realm is not found', async () => {
  for (const path of ['/', '/realms/w9/auth', '/realms/w1', '/realms/w1/nothing', '/admin'])
    expect([path, (await new Agent(idp).send(new URL(path, publicIdpOrigin))).status]).toEqual([path, 404]);
});

test('nothing of a password, secret or token is in its log', async () => {
  const log = await readFile(join(lease.runFolder, 'embedded-idp.log'), 'utf8');
  for (const secret of [uma.password, relyingParty.clientSecret, 'eyJ']) expect(log).not.toContain(secret);
});

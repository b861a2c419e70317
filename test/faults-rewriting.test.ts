/** The misbehaving identity provider: one kind of answer is changed on its way, whole and noted, and everything else passes as it came. */
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Rewriter } from '../harness/fault-proxy/rewriting/rewriters.ts';
import { relyingParty } from '../harness/fixtures/fixtures.ts';
import type { Undo } from '../harness/idp/driver.ts';
import { createTap } from '../harness/tap/tap.ts';
import { type SmallWorld, smallWorld } from './samples/small-world.ts';

const callback = `${relyingParty.redirectUri}?code=a&state=b`;
const idp: RequestListener = (request, response) => {
  const path = request.url ?? '';
  if (path.endsWith('/auth')) return void response.writeHead(303, { location: callback, 'set-cookie': 'kept=1' }).end('Found');
  if (path.endsWith('/elsewhere')) return void response.writeHead(303, { location: `${relyingParty.redirectUri}-not` }).end();
  if (path.endsWith('/packed/token')) return void response.writeHead(200, { 'content-encoding': 'gzip' }).end('xx');
  if (path.endsWith('/long/token')) return void response.writeHead(200).end('x'.repeat(1024 * 1024 + 1));
  if (path.endsWith('/broken/token')) {
    response.writeHead(200, { 'content-length': '100' });
    return void response.write('half', () => response.destroy());
  }
  response.writeHead(200, { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }).write('{"was":');
  response.end('"here ü"}');
};

let small: SmallWorld;
const tap = createTap();
beforeAll(async () => {
  small = await smallWorld(idp, { observer: tap.observer });
});
afterAll(() => small.close());
let undo: Undo[] = [];
afterEach(async () => {
  for (const end of undo) await end();
  undo = [];
});

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };
function ask(path: string, method = 'GET'): Promise<Answer> {
  const place = small.world.names.resolve('idp.acme.test', 'hq');
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const to = { host: place?.address, port: place?.port, servername: 'idp.acme.test', ca: small.authority.certificatePem, agent: false };
  const headers = { host: 'idp.acme.test' };
  httpsRequest({ ...to, path: `/realms/w1${path}`, method, headers, checkServerIdentity: () => undefined }, async (answer) => {
    const parts: Buffer[] = [];
    for await (const part of answer) parts.push(part as Buffer);
    resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString() });
  })
    .on('error', reject)
    .end();
  return promise;
}

const changing = (kind: Rewriter['kind'], rewrite: Rewriter['rewrite'] = (answer) => ({ ...answer, body: `${answer.body} ändert` })) => {
  undo.push(small.world.faultProxy.rewrite({ kind, change: `a test changed the ${kind} answer`, rewrite }));
};

test.each([
  ['discovery', '/.well-known/openid-configuration', 'GET'],
  ['jwks', '/jwks', 'GET'],
  ['jwks', '/protocol/openid-connect/certs', 'GET'],
  ['token', '/protocol/openid-connect/token', 'POST'],
  ['token', '/token', 'POST'],
  ['userinfo', '/me', 'GET'],
  ['saml-metadata', '/protocol/saml/descriptor', 'GET'],
] as const)('changes the %s answer of %s, and no other', async (kind, path, method) => {
  const before = small.world.faultProxy.rewritten.length;
  changing(kind);
  const { headers, body } = await ask(path, method);
  expect(body).toBe('{"was":"here ü"} ändert');
  expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
  expect(headers['transfer-encoding']).toBeUndefined();
  expect((await ask('/anything/else', method)).body).toBe('{"was":"here ü"}');
  const noted = small.world.faultProxy.rewritten.slice(before);
  expect(noted).toEqual([{ kind, change: `a test changed the ${kind} answer`, atMs: expect.any(Number) }]);
});

test('a redirect back to the relying party is the authorization response; one to a neighbour of that address is not', async () => {
  changing('authorization', (answer) => ({
    ...answer,
    fields: answer.fields.map(([name, value]) => [name, value.replace('state=b', 'state=c')]),
  }));
  const answer = await ask('/auth');
  expect(answer.headers).toMatchObject({ location: callback.replace('state=b', 'state=c'), 'set-cookie': ['kept=1'] });
  expect((await ask('/elsewhere')).headers.location).toBe(`${relyingParty.redirectUri}-not`);
});

test('the tap hears what was sent, and not what was changed', async () => {
  changing('token');
  const before = tap.crossings.length;
  await ask('/token', 'POST');
  const [heard, ...more] = tap.crossings.slice(before).filter(({ from }) => from === 'customer');
  expect(more).toEqual([]);
  expect(Buffer.from(heard?.body ?? []).toString()).toBe('{"was":"here ü"} ändert');
  expect(heard?.head).toContain('200 POST /realms/w1/token');
});

test('an answer with nothing to change passes as it came, and is not counted', async () => {
  const before = small.world.faultProxy.rewritten.length;
  changing('token', () => undefined);
  expect((await ask('/token', 'POST')).body).toBe('{"was":"here ü"}');
  expect(small.world.faultProxy.rewritten.length).toBe(before);
});

test('once it ends, everything passes as it came', async () => {
  changing('token');
  expect(small.world.faultProxy.mode()).toBe('rewriting');
  await undo.pop()?.();
  expect(small.world.faultProxy.mode()).toBe('honest');
  expect((await ask('/token', 'POST')).body).toBe('{"was":"here ü"}');
});

test.each(['/packed/token', '/long/token', '/broken/token'])('an answer that cannot be changed is none: %s', async (path) => {
  const before = small.world.faultProxy.rewritten.length;
  changing('token');
  expect(await ask(path, 'POST')).toMatchObject({ status: 502, body: '' });
  expect(small.world.faultProxy.rewritten.length).toBe(before);
});

test('a rewriter that throws breaks its exchange and no other', async () => {
  changing('token', () => {
    throw new TypeError('planted');
  });
  expect((await ask('/token', 'POST')).status).toBe(502);
  expect((await ask('/me')).status).toBe(200);
});

test('one rewriter for each kind, and none beside another fault', async () => {
  changing('token');
  changing('jwks');
  expect(() => changing('token')).toThrow('heal the first fault');
  await expect(small.world.faultProxy.answer(503)).rejects.toThrow('heal the first fault');
  for (const end of undo) await end();
  const heal = await small.world.faultProxy.answer(503);
  expect(() => changing('token')).toThrow('heal the first fault');
  await heal();
});

/** A whole cloud behind its edge, knocked at by somebody who is not signed in: every host, path and method answers as this manifest says, and what is not in it is not there (M-05, S25). */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectionsOfTheirOwn } from '../harness/actors/wire/connections.ts';
import { exchange, type WireResponse } from '../harness/actors/wire/exchange.ts';
import { hosts, type NetworkName } from '../harness/fixtures/fixtures.ts';
import type { AuditRecord } from '../harness/target/target.ts';
import type { RunningWorld } from '../harness/world/world.ts';
import { isolatedRoutes } from '../system/isolated/routes.ts';
import { type BootedWorld, bootedWorld } from './booted-world.ts';

let whole: BootedWorld;
let world: RunningWorld;
let authorityPem: string;
beforeAll(async () => {
  whole = await bootedWorld({ seed: 7 });
  ({ world } = whole);
  authorityPem = await readFile(whole.booted.authorityPemFile, 'utf8');
}, 60_000);
afterAll(() => whole?.close());

type Knock = {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};
const knock = ({ host, method, path, headers = {}, body }: Knock, from: NetworkName = 'hq'): Promise<WireResponse> => {
  const asPage = { accept: 'text/html', 'sec-fetch-mode': 'navigate' };
  const request = { method, url: new URL(`https://${host}${path}`), headers: { ...asPage, ...headers }, body };
  return exchange(connectionsOfTheirOwn({ exitUrl: world.exits[from].url, authorityPem }), request);
};
const recordsOf = async (answers: readonly WireResponse[]): Promise<readonly (readonly AuditRecord[])[]> => {
  const byReference = Map.groupBy(await world.target.auditRecords(), ({ reference }) => reference);
  return answers.map((answer) => byReference.get(answer.header('tempered-reference') ?? '') ?? []);
};
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const ownForm = (host: string) => ({ ...form, origin: `https://${host}`, 'sec-fetch-site': 'same-origin' });

/** What each route says to somebody without a session or a link: status and code. `page` opened, `post` from a foreign page, `form` from our own. */
const manifest: Readonly<
  Record<string, { readonly page?: [number, string]; readonly post?: [number, string]; readonly form?: [number, string] }>
> = {
  [`${hosts.login}/start`]: { page: [400, 'session.hand-over.state-unknown'] },
  [`${hosts.login}/callback`]: { page: [400, 'sso.callback.state-unknown'] },
  [`${hosts.login}/sign-out`]: {
    page: [400, 'session.sign-out.session-unknown'],
    post: [403, 'ingress.request.origin-foreign'],
    form: [400, 'session.sign-out.session-unknown'],
  },
  [`${hosts.login}/signed-out`]: { page: [400, 'sso.signed-out.state-unknown'] },
  [`${hosts.login}/saml/metadata`]: { page: [200, 'allowed'] },
  [`${hosts.login}/saml/acs`]: {
    post: [400, 'sso.saml-response.settings-changed'],
    form: [400, 'sso.saml-response.settings-changed'],
  },
  [`${hosts.login}/saml/slo`]: {
    page: [400, 'sso.saml-logout.issuer-other'],
    post: [400, 'sso.saml-logout.issuer-other'],
    form: [400, 'sso.saml-logout.issuer-other'],
  },
  [`${hosts.login}/sessions`]: { page: [400, 'session.sign-out.session-unknown'] },
  [`${hosts.login}/sessions/end`]: {
    post: [403, 'ingress.request.origin-foreign'],
    form: [400, 'session.sign-out.session-unknown'],
  },
  [`${hosts.login}/jwks`]: { page: [200, 'allowed'] },
  [`${hosts.login}/frontchannel-logout`]: { page: [400, 'sso.front-channel-logout.issuer-missing'] },
  [`${hosts.login}/backchannel-logout`]: { post: [400, 'sso.logout-token.malformed'], form: [400, 'sso.logout-token.malformed'] },
  [`${hosts.login}/settings-test`]: { page: [403, 'sso.settings-test.unknown'] },
  [`${hosts.tracker}/.auth/session`]: { page: [400, 'session.hand-over.code-unknown'] },
  [`${hosts.tracker}/`]: { page: [303, 'session.host.missing'] },
  [`${hosts.tracker}/api/issues`]: { page: [303, 'session.host.missing'] },
  [`${hosts.tracker}/api/issues/stream`]: { page: [303, 'session.host.missing'] },
  [`${hosts.tracker}/api/issues/socket`]: { page: [426, 'ingress.request.upgrade-missing'] },
  [`${hosts.tracker}/issues/:id`]: { page: [303, 'session.host.missing'] },
  [`${hosts.tracker}/issues/:id/close`]: { post: [403, 'ingress.request.origin-foreign'], form: [403, 'session.host.missing'] },
  [`${hosts.tracker}/issues`]: { post: [403, 'ingress.request.origin-foreign'], form: [403, 'session.host.missing'] },
  [`${hosts.wiki}/.auth/session`]: { page: [400, 'session.hand-over.code-unknown'] },
  [`${hosts.wiki}/`]: { page: [303, 'session.host.missing'] },
  [`${hosts.wiki}/api/pages`]: { page: [303, 'session.host.missing'] },
  [`${hosts.wiki}/pages`]: { post: [403, 'ingress.request.origin-foreign'], form: [403, 'session.host.missing'] },
  [`${hosts.wiki}/pages/:id`]: {
    page: [303, 'session.host.missing'],
    post: [403, 'ingress.request.origin-foreign'],
    form: [403, 'session.host.missing'],
  },
  [`${hosts.wiki}/pages/:id/comments`]: { post: [403, 'ingress.request.origin-foreign'], form: [403, 'session.host.missing'] },
  [`${hosts.admin}/.auth/session`]: { page: [400, 'session.hand-over.code-unknown'] },
  [`${hosts.admin}/break-glass`]: {
    page: [200, 'allowed'],
    post: [403, 'ingress.request.origin-foreign'],
    form: [403, 'break-glass.login.account-unknown'],
  },
  [`${hosts.admin}/break-glass/registration`]: {
    page: [200, 'allowed'],
    post: [403, 'ingress.request.origin-foreign'],
    form: [403, 'break-glass.registration.link-unknown'],
  },
  [`${hosts.admin}/break-glass/sign-out`]: {
    post: [403, 'ingress.request.origin-foreign'],
    form: [403, 'break-glass.sign-out.session-unknown'],
  },
  [`${hosts.admin}/`]: { page: [303, 'session.host.missing'] },
  [`${hosts.admin}/idp-settings`]: {
    page: [303, 'session.host.missing'],
    post: [403, 'ingress.request.origin-foreign'],
    form: [403, 'session.host.missing'],
  },
  ...Object.fromEntries(
    [
      'groups',
      'group-rules',
      'group-rules/dry-run',
      'hr-feed',
      'hr-feed/dry-run',
      'hr-feed/upload/dry-run',
      'held',
      'held/dry-run',
      'connectors',
      'domains',
    ].map((page) => [`${hosts.admin}/${page}`, { page: [303, 'session.host.missing'] }]),
  ),
  ...Object.fromEntries(
    [
      'idp-settings/import',
      'idp-settings/discard',
      'idp-settings/test',
      'idp-settings/activate',
      'idp-settings/roll-back',
      'keys/strike-out',
      'trust/rotate',
      'sessions/limits',
      'sessions/revoke',
      'people/suspend',
      'people/reactivate',
      'people/grant-org-admin',
      'people/revoke-org-admin',
      'groups/create',
      'groups/remove',
      'groups/put-in',
      'groups/take-out',
      'group-rules/draft',
      'group-rules/draft/rule',
      'group-rules/draft/move',
      'group-rules/draft/remove',
      'group-rules/draft/discard',
      'group-rules/activate',
      'hr-feed/import',
      'hr-feed/upload',
      'hr-feed/upload/import',
      'hr-feed/upload/discard',
      'held/resume',
      'held/discard',
      'connectors/make',
      'connectors/revoke',
      'connectors/resume',
      'connectors/discard',
      'domains/claim',
      'domains/verify',
      'domains/remove',
    ].map((place) => [`${hosts.admin}/${place}`, { post: [403, 'ingress.request.origin-foreign'], form: [403, 'session.host.missing'] }]),
  ),
  ...Object.fromEntries(
    ['diagnosis', 'keys', 'trust', 'sessions', 'people', 'automation', 'audit'].map((place) => [
      `${hosts.admin}/${place}`,
      { page: [303, 'session.host.missing'] },
    ]),
  ),
};

test('the manifest and the route table name the same places and methods', () => {
  const listed = isolatedRoutes(hosts)
    .filter(({ access }) => access !== 'connector')
    .map(({ host, path, method }) => `${method} ${host}${path}`);
  const said = Object.entries(manifest).flatMap(([place, { page, post }]) => [
    ...(page ? [`GET ${place}`] : []),
    ...(post ? [`POST ${place}`] : []),
  ]);
  expect(said.sort()).toEqual(listed.sort());
});

test('every route answers somebody without a session as the manifest says, and records it once', async () => {
  const visits = Object.entries(manifest).flatMap(([place, { page, post, form: own }]) => {
    const at = place.indexOf('/');
    const [host, path] = [place.slice(0, at), place.slice(at).replace(':id', 'u-1')];
    const visit = (expected: [number, string] | undefined, method: string, headers: Record<string, string>, body?: string) =>
      expected
        ? [{ what: `${method} ${place}`, expected, knock: { host, method, path, headers, ...(body === undefined ? {} : { body }) } }]
        : [];
    return [...visit(page, 'GET', {}), ...visit(post, 'POST', form, 'name=x'), ...visit(own, 'POST', ownForm(host), 'name=x')];
  });
  const answers = await Promise.all(visits.map((visit) => knock(visit.knock)));
  const records = await recordsOf(answers);
  const seen = visits.map(({ what }, index) => [what, answers[index]?.status, records[index]?.map(({ code }) => code)]);
  expect(seen).toEqual(visits.map(({ what, expected: [status, code] }) => [what, status, [code]]));
});

test('a connector without a token, or with one that nobody knows, sees one answer at every row of its own', async () => {
  const rows = isolatedRoutes(hosts).filter(({ access }) => access === 'connector');
  const each = rows.flatMap(({ host, method, path }) =>
    [{}, { authorization: 'Bearer guessed-token-0123456789' }].map((headers) => ({
      host,
      method,
      path: path.replace(':id', 'u-1'),
      headers,
    })),
  );
  const answers = await Promise.all(each.map((visit) => knock(visit)));
  const records = await recordsOf(answers);
  expect(rows.length).toBeGreaterThan(12);
  expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
  expect(new Set(records.flatMap((found) => found.map(({ code }) => code)))).toEqual(
    new Set(['directory.scim.token-missing', 'directory.scim.token-unknown']),
  );
});

test('a script that asks for data is told 401, and nothing else', async () => {
  const answer = await knock({
    host: hosts.tracker,
    method: 'GET',
    path: '/api/issues',
    headers: { accept: 'application/json', 'sec-fetch-mode': 'cors' },
  });
  expect([answer.status, JSON.parse(answer.body), answer.setCookies]).toEqual([401, { error: 'not signed in' }, []]);
});

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY'];
const words = [
  '/admin',
  '/login',
  '/health',
  '/metrics',
  '/debug',
  '/.env',
  '/.git/config',
  '/decide',
  '/registration-links',
  '/robots.txt',
  '/favicon.ico',
  '/api',
  '/console',
  '/x.map',
];

test('what is not in the manifest is not there: every other method and place, on every host', async () => {
  const rows = isolatedRoutes(hosts).map(({ path, ...row }) => ({ ...row, path: path.replace(':id', 'u-1') }));
  const listed = new Set(rows.map(({ host, path, method }) => `${method} ${host}${path}`));
  // A place of another host is tried by what opens it there, and a place of its own host by everything.
  const placesFor = (method: string, host: string): readonly string[] => [
    ...new Set([...rows.flatMap((row) => (row.host === host || row.method === method ? [row.path] : [])), ...words]),
  ];
  const knocks = [hosts.login, hosts.admin, hosts.tracker, hosts.wiki].flatMap((host) =>
    methods.flatMap((method) =>
      placesFor(method, host).flatMap((path) =>
        listed.has(`${method} ${host}${path}`) ? [] : [{ host, method, path, headers: ownForm(host) }],
      ),
    ),
  );
  const answers: WireResponse[] = [];
  for (let at = 0; at < knocks.length; at += 20) answers.push(...(await Promise.all(knocks.slice(at, at + 20).map((each) => knock(each)))));
  const records = await recordsOf(answers);
  const others = knocks.flatMap(({ method, host, path }, index) => {
    const codes = records[index]?.map(({ code }) => code).join();
    // TRACE is nobody's anywhere: the edge says so.
    const unlisted = method === 'TRACE' ? '405 edge.request.method-not-served' : '404 ingress.request.route-not-listed';
    const asItShould = `${answers[index]?.status} ${codes}` === unlisted;
    return asItShould ? [] : [`${method} ${host}${path}: ${answers[index]?.status} ${codes}`];
  });
  expect(knocks.length).toBeGreaterThan(600);
  expect(others).toEqual([]);
}, 180_000);

test('no answer shows what runs inside: no stack, no path, no product name of a server', async () => {
  const paths = [
    '/',
    '/start?state=%00',
    '/callback?state=a&state=b&code=%ff',
    '/.auth/session?code=../..&state=%',
    '/break-glass?x=<script>',
    '/%c0%ae',
    '/x\u0000y'.replace('\u0000', '%00'),
  ];
  const answers = await Promise.all(
    [hosts.login, hosts.admin, hosts.tracker, hosts.wiki].flatMap((host) => paths.map((path) => knock({ host, method: 'GET', path }))),
  );
  for (const answer of answers) {
    expect(answer.body).not.toMatch(/node_modules|\.ts:\d|\bat .*\(|Error:|express|127\.0\.0\.1/i);
    expect([answer.header('server'), answer.header('x-powered-by')]).toEqual([undefined, undefined]);
    expect(answer.header('tempered-reference')).toMatch(/^[2-9a-z]{5}(-[2-9a-z]{5}){3}$/);
    expect(answer.header('cache-control')).toBe('no-store');
  }
});

test('the audit logs are whole after all of this, and no socket of ours was opened undeclared', async () => {
  expect((await world.target.verifyAudit()).map(({ whole }) => whole)).not.toContain(false);
  expect(whole.booted.sockets.undeclared).toEqual([]);
});

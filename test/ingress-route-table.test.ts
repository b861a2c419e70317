/** A proposed route table: taken whole or refused with every problem at once, and read by the matcher as an independent one reads it (C-07, M-05, M-06, I-10). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { routeFor } from '../system/isolated/ingress/find-route.ts';
import type { Route } from '../system/isolated/ingress/route.ts';
import { type JudgedTable, judgedTable, liveRoutes, RouteTableRefused } from '../system/isolated/ingress/route-table/live.ts';
import { routeTableRules } from '../system/isolated/ingress/route-table/rules.ts';
import { isolatedRoutes, type RoutedService, routeGround } from '../system/isolated/routes.ts';
import type { AuditEntry } from '../system/kernel/ports.ts';
import { systemRandom } from './manual-ports.ts';

const hosts = {
  login: 'login.acme.isolated.test',
  admin: 'admin.acme.isolated.test',
  tracker: 'tracker.acme.isolated.test',
  wiki: 'wiki.acme.isolated.test',
};
const released = isolatedRoutes(hosts);
const ground = routeGround(hosts);
const row = { host: hosts.tracker, method: 'GET', path: '/new', to: 'tracker', access: 'session' } as const;
const judged = (...more: readonly unknown[]): JudgedTable<RoutedService> => judgedTable([...released, ...more], ground);
const codes = (table: JudgedTable<RoutedService>): readonly string[] => (table.accepted ? [] : table.problems.map(({ code }) => code));

test('the released table is good, and so is one with a new row', () => {
  expect(judged()).toMatchObject({ accepted: true });
  expect(judged(row, { ...row, path: '/new/:id' }, { ...row, path: '/new/latest' })).toMatchObject({ accepted: true });
});

test.each<[string, unknown, string]>([
  ['a key that nobody knows', { ...row, acess: 'anonymous' }, 'malformed'],
  ['a service that nobody knows', { ...row, to: 'wki' }, 'malformed'],
  ['HEAD', { ...row, method: 'HEAD' }, 'malformed'],
  ['OPTIONS', { ...row, method: 'OPTIONS' }, 'malformed'],
  ['a method in small letters', { ...row, method: 'get' }, 'malformed'],
  ['a body beyond all bounds', { ...row, method: 'POST', maxBodyBytes: 5 * 1024 * 1024 }, 'malformed'],
  ['a path without its first slash', { ...row, path: 'new' }, 'malformed'],
  ['a number in place of a row', 7, 'malformed'],
  ['a host of another cloud', { ...row, host: 'tracker.initech.isolated.test' }, 'host-unknown'],
  ['a host in capitals', { ...row, host: hosts.tracker.toUpperCase() }, 'host-unknown'],
  ['a slash at its end', { ...row, path: '/new/' }, 'unreachable'],
  ['a percent sign', { ...row, path: '/n%65w' }, 'unreachable'],
  ['two dots', { ...row, path: '/x/../new' }, 'unreachable'],
  ['an asterisk', { ...row, path: '/new/*' }, 'unreachable'],
  ['a parameter without a name', { ...row, path: '/new/:' }, 'unreachable'],
  ['a parameter that is part of a segment', { ...row, path: '/new/x:id' }, 'unreachable'],
  ['one parameter twice', { ...row, path: '/new/:id/:id' }, 'unreachable'],
  ['a row that is there', { ...row, path: '/api/issues' }, 'duplicate'],
  ['a product that is open to everybody', { ...row, access: 'anonymous' }, 'anonymous-by-accident'],
  [
    'a parameter that opens what nobody named',
    { ...row, path: '/new/:id', to: 'break-glass', access: 'anonymous' },
    'anonymous-by-accident',
  ],
  ['a post that streams', { ...row, method: 'POST', streams: true }, 'stream-not-possible'],
  ['a connector that a product should know', { ...row, access: 'connector' }, 'anonymous-by-accident'],
  ['a connector with cookies', { ...row, to: 'admin-hub', access: 'connector', ownsCookies: true }, 'cookies-by-accident'],
  ['a product that sees every cookie', { ...row, ownsCookies: true }, 'cookies-by-accident'],
  ['a product that another site may call', { ...row, method: 'POST', calledCrossSite: true }, 'cross-site-by-accident'],
  [
    'a place for answers that another site may call, under another name',
    {
      ...row,
      host: hosts.login,
      method: 'POST',
      path: '/saml/acs-2',
      to: 'authentication-service',
      access: 'anonymous',
      calledCrossSite: true,
    },
    'cross-site-by-accident',
  ],
  [
    'a connector that another site may call and nobody listed',
    { ...row, host: hosts.admin, method: 'POST', path: '/scim/v2/New', to: 'admin-hub', access: 'connector', calledCrossSite: true },
    'cross-site-by-accident',
  ],
  ['a web socket for everybody', { ...row, to: 'break-glass', access: 'anonymous', upgrades: 'websocket' }, 'stream-not-possible'],
  ['a stream that is a web socket', { ...row, streams: true, upgrades: 'websocket' }, 'stream-not-possible'],
])('a table with %s is refused', (_name, added, reason) => {
  expect(codes(judged(added))).toEqual([`ingress.route-table.${reason}`]);
});

test('two parameters in different places are ambiguous; one that is wider is not', () => {
  expect(codes(judged({ ...row, path: '/a/:id/x' }, { ...row, path: '/a/b/:name' }))).toEqual(['ingress.route-table.ambiguous']);
  expect(codes(judged({ ...row, path: '/a/:id/x' }, { ...row, path: '/a/:id/:name' }))).toEqual([]);
  expect(codes(judged({ ...row, path: '/a/:id' }, { ...row, path: '/a/:name' }))).toEqual(['ingress.route-table.duplicate']);
});

const doors = released.filter(({ host, access }) => host === hosts.admin && access !== 'connector');
test.each(doors)('without $method $path of AdminHub nobody could repair anything', (door) => {
  expect(
    codes(
      judgedTable(
        released.filter((each) => each !== door),
        ground,
      ),
    ),
  ).toEqual(['ingress.route-table.admin-blocked']);
  const elsewhere = released.map((each) => (each === door ? { ...each, to: 'tracker', access: 'session' } : each));
  expect(codes(judgedTable(elsewhere, ground))).toContain('ingress.route-table.admin-blocked');
});

const altered = (door: Route): readonly (readonly [string, object])[] => [
  ['to', { to: 'tracker' }],
  ...(['session', 'connector', 'anonymous'] as const).map((access) => ['access', { access }] as const),
  ['ownsCookies', { ownsCookies: door.ownsCookies ? undefined : true }],
  ['calledCrossSite', { calledCrossSite: door.calledCrossSite ? undefined : true }],
  ['maxBodyBytes', { maxBodyBytes: 1 }],
  ['streams', { streams: true }],
  ['upgrades', { upgrades: 'websocket' }],
];
test.each(doors)('$method $path of AdminHub stays as it is, in every field', (door) => {
  for (const [field, change] of altered(door)) {
    const next = { ...door, ...change };
    if (JSON.stringify(next) === JSON.stringify(door)) continue;
    const table = judgedTable(
      released.map((each) => (each === door ? next : each)),
      ground,
    );
    expect(codes(table), field).toContain('ingress.route-table.admin-blocked');
  }
  const spelled = { ...Object.fromEntries(Object.entries(door).toReversed()), streams: undefined };
  expect(codes(judgedTable([...released.filter((each) => each !== door), spelled], ground))).toEqual([]);
});

test('a row that programs call from elsewhere is not one that a session opens', () => {
  const changed = released.map((each) => (each.access === 'connector' ? { ...each, access: 'session' } : each));
  expect(codes(judgedTable(changed, ground))).toEqual(['ingress.route-table.cross-site-by-accident']);
});

test('all that is wrong is said at once, each with the rows that it is about', () => {
  const broken = judgedTable(
    [
      { ...row, acess: 1 },
      { ...row, host: 'x.test' },
      { ...row, path: '/x/' },
      row,
      row,
      { ...row, path: '/a/:b/c' },
      { ...row, path: '/a/b/:c' },
      { ...row, path: '/open', access: 'anonymous' },
      { ...row, path: '/post', method: 'POST', streams: true },
      { ...row, path: '/called', method: 'POST', calledCrossSite: true },
      { ...row, path: '/cookies', ownsCookies: true },
    ],
    ground,
  );
  expect(codes(broken)).toEqual(routeTableRules.map(({ code }) => code));
  expect(broken).toMatchObject({
    problems: expect.arrayContaining([{ code: 'ingress.route-table.host-unknown', detail: 'GET x.test/new' }]),
  });
});

test('nothing at all is no table', () => {
  for (const input of [undefined, null, {}, 'rows', []]) expect(judgedTable(input, ground).accepted).toBe(false);
});

test('the last good table stays, and every proposal is recorded', async () => {
  const records: AuditEntry[] = [];
  const audit = { append: async (entry: AuditEntry) => void records.push(entry) };
  const live = liveRoutes(released, { ground, table: routeTableRules, audit, random: systemRandom });
  expect(await live.replace([row])).toMatchObject({ accepted: false });
  expect(live.current()).toEqual(released);
  expect(await live.replace([...released, row])).toMatchObject({ accepted: true });
  expect(live.current()).toContainEqual(row);
  expect(records.map(({ event, code }) => [event, code])).toEqual([
    ['ingress.routes.proposed', 'ingress.route-table.admin-blocked'],
    ['ingress.routes.proposed', 'allowed'],
  ]);
  expect(records[0]?.facts.stays).toMatch(/^[0-9a-f]{64}$/);
});

test('a table that cannot be recorded does not come into force', async () => {
  const audit = { append: () => Promise.reject(new TypeError('the disk is full')) };
  const live = liveRoutes(released, { ground, table: routeTableRules, audit, random: systemRandom });
  await expect(live.replace([...released, row])).rejects.toThrow('the disk is full');
  expect(live.current()).toEqual(released);
});

test('a cloud does not start on a bad table, and hears of all of it', () => {
  const audit = { append: async () => {} };
  const start = () => liveRoutes([row, row], { ground, table: routeTableRules, audit, random: systemRandom });
  expect(start).toThrow(RouteTableRefused);
  expect(start).toThrow(/duplicate.*admin-blocked/s);
});

const segment = fc.constantFrom('a', 'b', 'c', ':x', ':y', ':z');
const template = fc.uniqueArray(segment, { minLength: 1, maxLength: 3, selector: (each) => (each.startsWith(':') ? each : {}) });
const rows = fc
  .array(template, { minLength: 1, maxLength: 6 })
  .map((all): readonly Route<RoutedService>[] => all.map((parts) => ({ ...row, path: `/t/${parts.join('/')}` })));
const path = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'x'), { minLength: 1, maxLength: 3 }).map((parts) => `/t/${parts.join('/')}`);

/** URLPattern knows segments and parameters as we mean them, and was written by others. */
const oracle = (all: readonly Route[], asked: string): readonly Route[] =>
  all.filter((each) => new URLPattern({ pathname: each.path }).test({ pathname: asked }));

test('a good table has one answer for each path, whatever the order of its rows', () => {
  let good = 0;
  fc.assert(
    fc.property(rows, path, (added, asked) => {
      const table = judgedTable([...released, ...added], ground);
      if (!table.accepted) return;
      good += 1;
      const matching = oracle(added, asked);
      const found = [added, added.toReversed()].map((all) => routeFor(all, { host: row.host, method: 'GET', path: asked }));
      expect(found[0]).toBe(found[1]);
      expect(found[0] === undefined).toBe(matching.length === 0);
      if (found[0]) expect(matching).toContain(found[0]);
      // Whatever else matches is wider: nothing is more literal than what was found.
      const literal = (each: Route | undefined): number => (each?.path.split('/') ?? []).filter((part) => !part.startsWith(':')).length;
      for (const other of matching) expect(literal(other)).toBeLessThanOrEqual(literal(found[0]));
    }),
    { numRuns: 2_000 },
  );
  expect(good).toBeGreaterThan(300);
});

test('a table with two answers of equal weight for some path is never taken', () => {
  const wide = (one: string, other: string): boolean =>
    one.split('/').every((part, at) => part.startsWith(':') || part === other.split('/')[at]);
  fc.assert(
    fc.property(rows, path, (added, asked) => {
      const matching = oracle(added, asked);
      const unclear = matching.some((one) =>
        matching.some((other) => one !== other && !wide(one.path, other.path) && !wide(other.path, one.path)),
      );
      if (unclear) expect(judgedTable([...released, ...added], ground).accepted).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

/** The settings of a cloud: all problems at once, break-glass's by its own rules, and nothing that nobody knows. */
import { expect, test } from 'vitest';
import { isolatedConfigSchema } from '../system/isolated/config.ts';

const identity = { role: 'x', certPem: 'c', keyPem: 'k', authorityPem: 'a' };
const aaguid = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const config = (breakGlass: object = {}, more: object = {}) => ({
  cloud: 'acme',
  address: '127.0.0.1',
  hosts: { login: 'login.acme.test', admin: 'admin.acme.test', tracker: 'tracker.acme.test', wiki: 'wiki.acme.test' },
  identities: {
    ingress: identity,
    'authentication-service': identity,
    'break-glass': identity,
    'admin-hub': identity,
    tracker: identity,
    wiki: identity,
  },
  idpDomainAllowlist: ['idp.acme.test'],
  breakGlass: { ranges: ['127.16.0.0/24'], authenticators: [{ aaguid, name: 'a model', rootsPem: ['pem'] }], ...breakGlass },
  ...more,
});
const problems = (input: object): readonly string[] =>
  (isolatedConfigSchema.safeParse(input).error?.issues ?? []).map(({ path }) => path.join('.'));

test('limits of break-glass can be set, and have the defaults of break-glass when they are not', () => {
  expect(isolatedConfigSchema.parse(config({ sessionIdleMs: 60_000 })).breakGlass).toMatchObject({
    sessionIdleMs: 60_000,
    sessionAbsoluteMs: 1_800_000,
    refusalDeadlineMs: 400,
    argon2: { memoryKiB: 65_536, passes: 3, lanes: 4 },
  });
});

test('all problems are named together, those of break-glass too', () => {
  const breakGlass = { ranges: ['127.16.0.0/24', '300.1.1.1/8'], authenticators: [{ aaguid: 'X', name: 'a model', rootsPem: [] }] };
  expect(problems(config(breakGlass, { cloud: 'A C M E' })).toSorted()).toEqual([
    'breakGlass.authenticators.0.aaguid',
    'breakGlass.authenticators.0.rootsPem',
    'breakGlass.ranges',
    'cloud',
  ]);
});

test.each([
  ['an unknown setting', { more: 1 }],
  ['the cloud’s name, which is given once', { cloud: 'acme' }],
  ['the admin host, which is given once', { adminHost: 'admin.acme.test' }],
  ['a hash that costs too little to be one', { argon2: { memoryKiB: 1, passes: 1, lanes: 1 } }],
])('in the settings of break-glass, %s is refused', (_name, breakGlass) => {
  expect(problems(config(breakGlass))).toHaveLength(1);
});

test('the address of the feed names no user and no password', () => {
  expect(problems(config({}, { hrFeedUrl: 'https://hr.acme.test/people.csv?key=1' }))).toEqual([]);
  for (const hrFeedUrl of [
    'https://us:word@hr.acme.test/',
    'https://us@hr.acme.test/',
    'https://:word@hr.acme.test/',
    'http://hr.acme.test/',
  ])
    expect(problems(config({}, { hrFeedUrl })), hrFeedUrl).toEqual(['hrFeedUrl']);
});

/** Targets and routes at the ingress: one canonical spelling, one route, and every spelling that other gateways stumbled over is refused (I-10, M-05). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { routeFor } from '../system/isolated/ingress/find-route.ts';
import type { Route } from '../system/isolated/ingress/route.ts';
import { readTarget, targetText } from '../system/isolated/ingress/target.ts';
import { isolatedRoutes } from '../system/isolated/routes.ts';
import { canonicalTarget } from './canonical-target.ts';

const hosts = {
  login: 'login.acme.isolated.test',
  admin: 'admin.acme.isolated.test',
  tracker: 'tracker.acme.isolated.test',
  wiki: 'wiki.acme.isolated.test',
};
const routes = isolatedRoutes(hosts);
const segment = fc.stringMatching(/^[A-Za-z0-9._~-]{1,8}$/);
const alphabet = [...'ab0./;%?#@:\\*&=+ _~-', '%2e', '%2F', '..', '//', 'é', '\t'];
const anyTarget = fc.array(fc.oneof(fc.constantFrom(...alphabet), segment), { maxLength: 10 }).map((parts) => `/${parts.join('')}`);

test('what is canonical is exactly what a URL parser leaves as it is', () => {
  fc.assert(
    fc.property(fc.oneof(anyTarget, fc.string()), (target) => {
      const found = canonicalTarget(target);
      if (!found) return;
      const url = new URL(target, 'https://tracker.acme.isolated.test');
      expect(url.origin).toBe('https://tracker.acme.isolated.test');
      expect(url.pathname).toBe(found.path);
      expect(url.hash).toBe('');
      expect(decodeURIComponent(found.path)).toBe(found.path);
      expect(found.path.split('/').slice(1, -1)).not.toContain('');
      expect(targetText(readTarget(target))).toBe(target);
    }),
    { numRuns: 3_000 },
  );
});

test('every plain path of plain segments is canonical, with any query', () => {
  const query = fc.stringMatching(/^[A-Za-z0-9=&%._~-]{0,20}$/);
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 5 }), query, (segments, said) => {
      fc.pre(!segments.some((each) => each === '.' || each === '..'));
      const path = `/${segments.join('/')}`;
      expect(canonicalTarget(`${path}?${said}`)).toEqual({ path, query: said });
      expect(canonicalTarget(path)).toEqual({ path, query: undefined });
    }),
  );
});

test.each([
  '/idp-settings/',
  '//idp-settings',
  '/./idp-settings',
  '/x/../idp-settings',
  '/.auth/session/..',
  '/.auth/session/../../idp-settings',
  '/..;/idp-settings',
  '/idp-settings;x=1',
  '/idp-settings/..;/',
  '/%69dp-settings',
  '/idp%2dsettings',
  '/x%2f..%2fidp-settings',
  '/x/%2e%2e/idp-settings',
  '/x/%252e%252e/idp-settings',
  '/idp-settings%00',
  '/idp-settings%0d%0aX: y',
  '/idp-settings%20',
  '/idp-settings#',
  '/idp-settings\\',
  '/\\idp-settings',
  '\\idp-settings',
  '/x\\..\\idp-settings',
  '/idp-settings\t',
  '/idp-settings ',
  '/ıdp-settings',
  '/idp‐settings',
  '/idp-settings.',
  '/idp-settings*',
  '/@idp-settings',
  '/idp-settings:443',
  'idp-settings',
  '',
  '*',
  'https://admin.acme.isolated.test/idp-settings',
  '//evil.test/idp-settings',
  '/idp-settings?a=b#c',
  '/idp-settings?<script>',
  '/idp-settings?a b',
  '/IDP-SETTINGS',
  '/Idp-settings',
])('%j opens nothing', (target) => {
  const canonical = canonicalTarget(target);
  const route = canonical && routeFor(routes, { host: hosts.admin, method: 'GET', path: canonical.path });
  expect(route).toBeUndefined();
});

test('the honest spelling opens its page', () => {
  const canonical = canonicalTarget('/idp-settings?from=start');
  expect(routeFor(routes, { host: hosts.admin, method: 'GET', path: canonical?.path ?? '' })?.to).toBe('admin-hub');
});

test('a matcher written by hand finds the same route', () => {
  const templates: readonly Route[] = ['/', '/a', '/a/:id', '/a/:id/b', '/:x'].map((path) => ({
    host: 'h',
    method: 'GET',
    path,
    to: path,
    access: 'session',
  }));
  const naive = (path: string): string | undefined =>
    templates.find((route) => new RegExp(`^${route.path.replace(/:[a-z]+/g, '[^/]+')}$`).test(path))?.to;
  const path = fc.array(fc.constantFrom('a', 'b', 'id', ':id', ''), { maxLength: 4 }).map((segments) => `/${segments.join('/')}`);
  fc.assert(
    fc.property(path, (asked) => void expect(routeFor(templates, { host: 'h', method: 'GET', path: asked })?.to).toBe(naive(asked))),
  );
});

test('host, method and path are compared as they are', () => {
  const honest = { host: hosts.tracker, method: 'GET', path: '/api/issues' };
  expect(routeFor(routes, honest)?.to).toBe('tracker');
  for (const change of [
    { host: hosts.admin },
    { host: hosts.tracker.toUpperCase() },
    { host: `${hosts.tracker}.` },
    { host: '' },
    { method: 'get' },
    { method: 'HEAD' },
    { method: 'POST' },
    { path: '/api' },
    { path: '/api/issues/1' },
  ])
    expect(routeFor(routes, { ...honest, ...change })).toBeUndefined();
});

test('every session page belongs to one service, and anonymous routes are the ones on this list', () => {
  expect(routes.filter(({ access }) => access === 'anonymous').map(({ host, method, path }) => `${method} ${host}${path}`)).toEqual([
    'GET login.acme.isolated.test/start',
    'GET login.acme.isolated.test/callback',
    'GET login.acme.isolated.test/sign-out',
    'POST login.acme.isolated.test/sign-out',
    'GET login.acme.isolated.test/signed-out',
    'GET login.acme.isolated.test/sessions',
    'POST login.acme.isolated.test/sessions/end',
    'GET login.acme.isolated.test/jwks',
    'GET login.acme.isolated.test/frontchannel-logout',
    'POST login.acme.isolated.test/backchannel-logout',
    'GET login.acme.isolated.test/saml/metadata',
    'POST login.acme.isolated.test/saml/acs',
    'GET login.acme.isolated.test/saml/slo',
    'POST login.acme.isolated.test/saml/slo',
    'GET login.acme.isolated.test/settings-test',
    'GET tracker.acme.isolated.test/.auth/session',
    'GET wiki.acme.isolated.test/.auth/session',
    'GET admin.acme.isolated.test/.auth/session',
    'GET admin.acme.isolated.test/break-glass',
    'POST admin.acme.isolated.test/break-glass',
    'GET admin.acme.isolated.test/break-glass/registration',
    'POST admin.acme.isolated.test/break-glass/registration',
    'POST admin.acme.isolated.test/break-glass/sign-out',
  ]);
  const keys = routes.map(({ host, method, path }) => `${method} ${host}${path}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(routes.filter(({ calledCrossSite, access }) => calledCrossSite && access !== 'connector').map(({ path }) => path)).toEqual([
    '/backchannel-logout',
    '/saml/acs',
    '/saml/slo',
  ]);
});

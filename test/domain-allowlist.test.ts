/** The domain allowlist: exactly the listed hosts and paths, in the one spelling that a browser gives them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { domainAllowlist } from '../system/kernel/domain-allowlist.ts';

const list = domainAllowlist(['idp.acme.test', 'shared-idp.test/tenants/acme']);

test.each([
  'https://idp.acme.test',
  'https://idp.acme.test/',
  'https://idp.acme.test/realms/w0',
  'https://idp.acme.test/realms/w0?kc_idp_hint=x',
  'https://shared-idp.test/tenants/acme',
  'https://shared-idp.test/tenants/acme/oidc',
])('allows %s', (text) => {
  expect(list.allows(text)).toBe(true);
});

const reasons: [string, Partial<ReturnType<typeof list.facts>>][] = [
  ['http://idp.acme.test/realms/w0', { canonical: true, https: false }],
  ['https://idp.acme.test.evil.test/', { canonical: true, listed: false }],
  ['https://evil-idp.acme.test/', { listed: false }],
  ['https://evilidp.acme.test/', { listed: false }],
  ['https://sub.idp.acme.test/', { listed: false }],
  ['https://acme.test/', { listed: false }],
  ['https://idp.acme.test@evil.test/', { listed: false }],
  ['https://user@idp.acme.test/', { listed: false }],
  ['https://user:secret@idp.acme.test/', { listed: false }],
  ['https://idp.acme.test:8443/', { listed: false }],
  ['https://idp.acme.test:443/', { canonical: false }],
  ['https://idp.acme.test./', { listed: false }],
  ['https://IDP.acme.test/', { canonical: false }],
  ['HTTPS://idp.acme.test/', { canonical: false }],
  ['https://іdp.acme.test/', { listed: false }],
  ['https://idp。acme.test/', { canonical: false }],
  ['https://idp.acme.test\\@evil.test/', { canonical: false }],
  ['https:\\\\idp.acme.test/', { canonical: false }],
  ['https:/idp.acme.test/', { canonical: false }],
  ['https://idp.acme.test/%2e%2e/', { canonical: false }],
  ['https://idp%2eacme.test/', { canonical: false }],
  ['https://idp.acme.test/realms%2fw0', { canonical: false }],
  ['https://idp.acme.test/realms/../admin', { canonical: false }],
  ['https://idp.acme.test//realms', { canonical: false }],
  ['https://idp.acme.test/#', { canonical: false }],
  ['https://idp.acme.test/#fragment', { canonical: false }],
  [' https://idp.acme.test/', { canonical: false }],
  ['https://idp.acme.test/\n', { canonical: false }],
  ['https://127.0.0.1/', { listed: false }],
  ['https://127.1/', { canonical: false }],
  ['https://[::1]/', { listed: false }],
  ['https://shared-idp.test/', { listed: false }],
  ['https://shared-idp.test/tenants/acme-evil', { listed: false }],
  ['https://shared-idp.test/tenants/other', { listed: false }],
  ['https://shared-idp.test/tenants/acme/../other', { canonical: false }],
  ['javascript:alert(1)', { https: false }],
  ['idp.acme.test', { canonical: false }],
  ['', { canonical: false }],
];
test.each(reasons)('refuses %j', (text, facts) => {
  expect(list.allows(text)).toBe(false);
  expect(list.facts(text)).toMatchObject(facts);
});

test('whatever it allows, a browser takes to a listed host, over TLS, on the usual port', () => {
  const piece = fc.constantFrom(
    'https://',
    'http://',
    'idp',
    '.',
    'acme',
    'test',
    '/',
    '\\',
    '@',
    ':',
    '443',
    '%2e',
    '#',
    '?',
    '..',
    'evil',
    'shared-idp',
    'tenants',
    '\t',
    '。',
    'І',
  );
  const text = fc.oneof(
    fc.webUrl(),
    fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
    fc.array(piece, { maxLength: 6 }).map((parts) => `https://idp.acme.test${parts.join('')}`),
  );
  let allowed = 0;
  fc.assert(
    fc.property(text, (candidate) => {
      if (!list.allows(candidate)) return;
      allowed += 1;
      const url = new URL(candidate);
      expect(url.protocol).toBe('https:');
      expect(url.port + url.username + url.password + url.hash).toBe('');
      expect(['idp.acme.test', 'shared-idp.test']).toContain(url.hostname);
      expect([url.href, url.href.slice(0, -1)]).toContain(candidate);
    }),
    { numRuns: 5_000 },
  );
  expect(allowed).toBeGreaterThan(50);
});

test.each([
  '*',
  '*.acme.test',
  'https://idp.acme.test',
  'idp.acme.test:443',
  'idp.acme.test.',
  'IDP.acme.test',
  '127.0.0.1',
  'localhost',
  'idp.acme.test/../x',
  'idp.acme.test/',
  'idp.acme.test/a?b',
  '',
])('refuses "%s" as an entry', (entry) => {
  expect(() => domainAllowlist([entry])).toThrow(TypeError);
});

test('an empty list allows nothing', () => {
  expect(domainAllowlist([]).allows('https://idp.acme.test/')).toBe(false);
});

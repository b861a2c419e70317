/** Every deviation departs from its honest twin in exactly one thing, and from the same material always in the same one. */
import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { authorizationResponseDeviations } from '../fakes/deviations/authorization-responses.ts';
import { honestIdToken, type IdToken, type IdTokenDeviation, type IdTokenKit } from '../fakes/deviations/id-tokens/token.ts';
import { idTokenDeviations } from '../fakes/deviations/id-tokens.ts';
import { keySetDeviations } from '../fakes/deviations/key-sets.ts';
import { honestLogoutToken } from '../fakes/deviations/logout-tokens/honest.ts';
import { type LogoutTokenDeviation, logoutTokenDeviations } from '../fakes/deviations/logout-tokens.ts';
import { type TokenAnswer, tokenAnswerDeviations } from '../fakes/deviations/token-answers.ts';
import { listedDeviations, stranger } from '../harness/deviations/index.ts';
import { clauseOf } from '../reports/index.ts';

const nobody = await stranger();
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const realmKey = rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const kit: IdTokenKit = { signer: { keyId: 'w1-sig', privateKeyPem: realmKey }, clientSecret: 'a-client-secret', stranger: nobody };

const issuedAt = 1_795_000_000;
const honest: IdToken = {
  header: { alg: 'RS256', typ: 'JWT', kid: 'w1-sig' },
  claims: {
    iss: 'https://idp.acme.test/realms/w1',
    aud: 'isolated-cloud-acme',
    azp: 'isolated-cloud-acme',
    sub: 'f1c7b1de-0000-4000-8000-000000000001',
    exp: issuedAt + 300,
    iat: issuedAt,
    nonce: 'n',
    at_hash: 'h',
    acr: 'urn:acme:hwk',
    sid: 's',
  },
};

type Members = Readonly<Record<string, unknown>>;
const readAs = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};
const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function unlike(where: string, before: Members, after: unknown): readonly string[] {
  if (!isMembers(after)) return [where];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.filter((name) => !same(before[name], after[name])).map((name) => `${where}.${name}`);
}

/** Where a compact token departs from the honest one. Another algorithm brings another signature along; only a signature that is wrong by itself counts. */
function departsIn(compact: string, from: IdToken): readonly string[] {
  const { header, claims } = from;
  const parts = compact.split('.');
  const [head = '', body = '', signature = ''] = parts;
  if (parts.length !== 3) return ['form'];
  const inHeader = unlike('header', header, readAs(head));
  const inClaims = unlike('claims', claims, readAs(body));
  const right = verify('sha256', Buffer.from(`${head}.${body}`), rsa.publicKey, Buffer.from(signature, 'base64url'));
  const found = [...inHeader, ...inClaims, ...(right || inHeader.includes('header.alg') ? [] : ['signature'])];
  return found.length === 0 && compact !== honestIdToken(from, kit) ? ['form'] : found;
}

/** One thing that cannot be without its consequence. */
const together: Readonly<Record<string, readonly string[]>> = {
  'with-a-critical-extension': ['header.crit', 'header.urn:tempered:bound-to'],
  'altered-after-it-was-signed': ['claims.sub', 'signature'],
  'for-two-without-saying-who-asked': ['claims.aud', 'claims.azp'],
};

/** Encryption and ECDSA bring chance of their own along. */
const salted: readonly string[] = ['that-is-encrypted', 'signed-with-an-elliptic-curve'];

test('the honest twin departs in nothing', () => {
  expect(departsIn(honestIdToken(honest, kit), honest)).toEqual([]);
});

test.each(Object.entries<IdTokenDeviation>(idTokenDeviations))('an ID token %s departs in one thing', (name, { make }) => {
  const found = departsIn(make(honest, kit), honest);
  expect(found).toEqual(together[name] ?? [expect.any(String)]);
  if (!salted.includes(name)) expect(make(honest, kit)).toBe(make(honest, kit));
});

const logout = honestLogoutToken({
  keyId: 'w1-sig',
  issuer: 'https://idp.acme.test/realms/w1',
  clientId: 'isolated-cloud-acme',
  subject: 'f1c7b1de-0000-4000-8000-000000000001',
  id: 'j',
  issuedAt,
});

test.each(Object.entries<LogoutTokenDeviation>(logoutTokenDeviations))('a logout token %s departs in one thing', (name, { make }) => {
  expect(departsIn(make(logout, kit), logout)).toEqual(together[name] ?? [expect.any(String)]);
});

test('what a stranger brings along is really theirs, and the realm never published it', () => {
  const published = rsa.publicKey.export({ format: 'jwk' }).n;
  const brought = readAs(idTokenDeviations['with-a-key-in-its-header'].make(honest, kit).split('.')[0] ?? '') as { jwk: { n: string } };
  expect(brought.jwk.n).toBe(createPublicKey(nobody.rsa.privateKeyPem).export({ format: 'jwk' }).n);
  expect(brought.jwk.n).not.toBe(published);
  expect(JSON.stringify(brought)).not.toContain('"d"');
});

const response = new URL(
  'https://login.acme.isolated.test/callback?state=s0123456789&iss=https%3A%2F%2Fidp.acme.test%2Frealms%2Fw1&code=c1',
);
const ofSomebodyElse = new URL(
  'https://login.acme.isolated.test/callback?state=other&iss=https%3A%2F%2Fidp.acme.test%2Frealms%2Fw1&code=c2',
);

/** Parameters that came, went, or changed; `form` when they are not where they belong. */
function parametersUnlike(before: URL, after: URL): readonly string[] {
  if (after.hash !== '') return ['form'];
  const names = [...new Set([...before.searchParams.keys(), ...after.searchParams.keys()])];
  return names.filter((name) => !same(before.searchParams.getAll(name), after.searchParams.getAll(name)));
}
const parametersTogether: Readonly<Record<string, readonly string[]>> = {
  'with-an-error-instead-of-a-code': ['code', 'error'],
  'of-somebody-else': ['state', 'code'],
};

test.each(Object.entries(authorizationResponseDeviations))('an authorization response %s departs in one thing', (name, { make }) => {
  const made = make(response, { ofSomebodyElse, usedCode: 'c0' });
  expect(parametersUnlike(response, made)).toEqual(parametersTogether[name] ?? [expect.any(String)]);
  expect(response.searchParams.get('code')).toBe('c1');
});

test('what an authorization response does not say that it needs, it does not use', () => {
  for (const [name, deviation] of Object.entries(authorizationResponseDeviations)) {
    const asked: string[] = [];
    const all = { ofSomebodyElse, usedCode: 'c0' };
    const noting = (kept: typeof all, key: string | symbol): unknown => {
      asked.push(String(key));
      return Reflect.get(kept, key);
    };
    const watched = new Proxy(all, { get: noting });
    deviation.make(response, watched);
    expect({ name, asked: [...new Set(asked)] }).toEqual({ name, asked: 'needs' in deviation ? [deviation.needs] : [] });
  }
});

const tokens: Members = { access_token: 'a', token_type: 'Bearer', expires_in: 300, id_token: honestIdToken(honest, kit) };
const answer: TokenAnswer = {
  status: 200,
  fields: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(tokens),
};

test.each(Object.entries(tokenAnswerDeviations))('a token answer %s departs in one thing', (name, { make }) => {
  const made: TokenAnswer = make(answer);
  const status = made.status === answer.status ? [] : ['status'];
  const found = [
    ...status,
    ...unlike('fields', answer.fields, made.fields),
    ...unlike('body', tokens, readAs(Buffer.from(made.body).toString('base64url'))),
  ];
  expect(found).toEqual(name === 'that-leads-elsewhere' ? ['status', 'fields.location'] : [expect.any(String)]);
});

const keys = {
  keys: [
    { kid: 'enc', use: 'enc', kty: 'RSA' },
    { kid: 'w1-sig', use: 'sig', alg: 'RS256', ...rsa.publicKey.export({ format: 'jwk' }) },
  ],
};

test.each(Object.entries(keySetDeviations))('a key set %s departs in the signing key alone, or as a whole', (_name, { make }) => {
  const made: Members = make(keys, { keyId: 'w1-sig', weakKeyPem: nobody.weakKeyPem, otherKeyPem: nobody.rsa.privateKeyPem });
  expect(same(made, keys)).toBe(false);
  const kept = Array.isArray(made.keys) && made.keys.length > 0 ? (made.keys as readonly Members[]) : undefined;
  if (!kept) return;
  expect(kept[0]).toEqual(keys.keys[0]);
  const [signing = {}, ...more] = kept.slice(1);
  const changed = unlike('key', keys.keys[1] ?? {}, more[0] ?? signing);
  expect(changed).toEqual([expect.any(String)]);
});

const counted = listedDeviations.filter(({ variantOf }) => variantOf === undefined);
const pairOf = ({ breaks, refusedWith }: (typeof listedDeviations)[number]): string => `${clauseOf(breaks)} → ${refusedWith}`;

test('each that is counted has a pair of clause and code of its own, and a variant has that of the one that it names', () => {
  const pairs = counted.map(pairOf);
  expect(pairs.filter((pair, index) => pairs.indexOf(pair) !== index)).toEqual([]);
  for (const variant of listedDeviations.filter(({ variantOf }) => variantOf !== undefined)) {
    const named = counted.find(({ key, name }) => key === variant.key && name === variant.variantOf);
    expect(named && pairOf(named), variant.name).toBe(pairOf(variant));
  }
});

test('only the number of an item makes a clause another one', () => {
  expect(clauseOf('RFC 6749 §3.1 (state)')).toBe('RFC 6749 §3.1');
  expect(clauseOf('SAML Core 2.0 §5.4.2 (wrapping, form 3)')).toBe('SAML Core 2.0 §5.4.2');
  expect(clauseOf('OIDC Core 1.0 §3.1.3.7 (3)')).toBe('OIDC Core 1.0 §3.1.3.7 (3)');
});

test('each has a title that reads on, a clause and a code', () => {
  for (const { title, breaks, refusedWith } of listedDeviations) {
    expect(title).toMatch(/^[a-z].*[^.]$/);
    expect(breaks).toMatch(/ (§|SC-)|^(CVE|CWE|GHSA)-|^([A-Z]-\d\d|S\d{1,2})( \([a-z -]+\))?$/);
    expect(refusedWith).toMatch(/^[a-z-]+\.[a-z-]+\.[a-z-]+$/);
  }
});

test('there are forty of ID tokens and their keys, and nineteen of authorization responses, at least, without their variants', () => {
  const of = (key: string): number => counted.filter((each) => each.key === key).length;
  expect(of('idToken') + of('keySet')).toBeGreaterThanOrEqual(40);
  expect(of('authorizationResponse')).toBeGreaterThanOrEqual(19);
});

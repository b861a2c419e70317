/** Every deviation of a user context and of a session cookie departs from its honest twin in exactly one thing. */
import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  type ContextTokenDeviation,
  type ContextTokenKit,
  honestContext,
  signedContext,
} from '../fakes/deviations/context-tokens/token.ts';
import { contextTokenDeviations } from '../fakes/deviations/context-tokens.ts';
import { cookieDeviations, honestCookies } from '../fakes/deviations/cookies.ts';
import { stranger } from '../harness/deviations/index.ts';

const pemOf = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const signer = { keyId: 'k-1', privateKeyPem: pemOf() };
const kit: ContextTokenKit = {
  signer,
  breakGlass: { issuer: 'https://admin.acme.isolated.test/break-glass', signer: { keyId: 'b-1', privateKeyPem: pemOf() } },
  stranger: await stranger(),
  idToken: 'of.the.idp',
};
const issuer = 'https://login.acme.isolated.test';
const honest = honestContext({ issuer, product: 'tracker', keyId: 'k-1', tokenId: 'j-1', issuedAt: 1_795_000_000 });

type Members = Readonly<Record<string, unknown>>;
const membersIn = (part = ''): Members | undefined => {
  const text = Buffer.from(part, 'base64url').toString();
  return text.startsWith('{') && text.endsWith('}') ? (JSON.parse(text) as Members) : undefined;
};
const unlike = (where: string, before: Members, after: Members): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => `${where}.${name}`);
const isSignedByUs = (compact: string): boolean => {
  const [head = '', body = '', signature = ''] = compact.split('.');
  const key = { key: createPublicKey(signer.privateKeyPem), dsaEncoding: 'ieee-p1363' } as const;
  return verify('sha256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'));
};

/** Members that differ, and the signature where it is wrong by itself: another algorithm brings another one along. */
function departsIn(lines: readonly string[]): readonly string[] {
  const [line = '', ...more] = lines;
  const [head, body] = line.split('.').map(membersIn);
  if (lines.length !== 1 || more.length > 0 || line.split('.').length !== 3 || !head || !body) return ['form'];
  const inHeader = unlike('header', honest.header, head);
  const found = [...inHeader, ...unlike('claims', honest.claims, body)];
  return isSignedByUs(line) || inHeader.includes('header.alg') ? found : [...found, 'signature'];
}

/** One thing that cannot be without its consequence. */
const together: Readonly<Record<string, readonly string[]>> = {
  'with-a-critical-extension': ['header.crit', 'header.urn:tempered:bound-to'],
  'altered-after-it-was-signed': ['claims.sub', 'signature'],
  'of-break-glass': ['header.kid', 'claims.channel', 'claims.iss', 'signature'],
  // By its form alone it says twice who it is about; a reader that takes the last one sees nothing.
  'with-a-claim-twice': [],
  'that-was-used-before': [],
};

test('an honest user context departs in nothing', () => {
  expect(departsIn([signedContext(honest, signer)])).toEqual([]);
});

test.each(Object.entries<ContextTokenDeviation>(contextTokenDeviations))('a user context %s departs in one thing', (name, { make }) => {
  expect(departsIn(make(honest, kit))).toEqual(together[name] ?? [expect.any(String)]);
  expect(make(honest, kit)).not.toEqual([signedContext(honest, signer)]);
});

test('only what says so is made of an ID token', () => {
  for (const [name, deviation] of Object.entries<ContextTokenDeviation>(contextTokenDeviations))
    expect([name, deviation.make(honest, kit).includes(kit.idToken)]).toEqual([name, deviation.ofIdToken === true]);
});

const held = {
  tracker: 'tRackerSession0123456789abcdefghijklmnopqrs',
  admin: 'aDminSession0123456789abcdefghijklmnopqrstu',
  login: 'lOginSession0123456789abcdefghijklmnopqrstu',
};
const pairsOf = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split('; '));

test('an honest cookie is the one of the tracker', () => {
  expect(pairsOf(honestCookies(held))).toEqual([`__Host-session=${held.tracker}`]);
});

test.each(Object.entries(cookieDeviations))('a session cookie %s departs in name, value or number', (_name, { make }) => {
  const [honestName, honestValue] = ['__Host-session', held.tracker];
  const pairs = pairsOf(make(held));
  const differs = pairs.map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at) === honestName ? '' : 'name', pair.slice(at + 1) === honestValue ? '' : 'value'].filter(Boolean);
  });
  if (pairs.length !== 1) return expect(pairs.length === 0 || differs.filter((each) => each.length > 0).length <= 1).toBe(true);
  expect(pairs[0]?.startsWith('=') ? 1 : differs.flat().length).toBe(1);
});

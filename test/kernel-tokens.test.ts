/** The user context token as a forger sees it: every standard claim, every header, other keys, other products, other clouds (I-09, RFC 8725 §3). */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeEach, expect, test } from 'vitest';
import { type ContextVerifier, contextRules } from '../system/kernel/context-rules.ts';
import { type ContextSigner, contextSigner } from '../system/kernel/context-signer.ts';
import { contextVerifier } from '../system/kernel/context-verifier.ts';
import { Refusal } from '../system/kernel/refusal.ts';
import { type ManualClock, manualClock, systemRandom } from './manual-ports.ts';

const noKeys = () => ({ keys: [] });
const startMs = 1_700_000_000_000;
const startSeconds = startMs / 1000;
const claims = { sub: 'u-1', sid: 's-1', cloud: 'acme', channel: 'ingress' } as const;
let clock: ManualClock;
let signer: ContextSigner;
let breakGlassSigner: ContextSigner;
let verify: ContextVerifier;
let verifyAdminHub: ContextVerifier;

beforeEach(async () => {
  clock = manualClock(startMs);
  signer = await contextSigner('https://login.acme.isolated.test', { clock, random: systemRandom });
  breakGlassSigner = await contextSigner('https://admin.acme.isolated.test/break-glass', { clock, random: systemRandom });
  const login = { ...signer, channel: 'ingress' } as const;
  const breakGlass = { ...breakGlassSigner, channel: 'break-glass' } as const;
  const verifier = (product: string, issuers: Parameters<typeof contextVerifier>[0]['issuers']): ContextVerifier =>
    contextVerifier({ product, cloud: 'acme', issuers, clock, table: contextRules(product) });
  verify = verifier('tracker', [login]);
  verifyAdminHub = verifier('admin-hub', [login, breakGlass]);
});

const codeOf = (verified: Promise<unknown>): Promise<string> =>
  verified.then(
    () => 'accepted',
    (error: unknown) => (error instanceof Refusal ? error.code : `not a refusal: ${error}`),
  );

/** Our own signer's key in a forger's hands: what is wrong is then wrong in exactly one thing. */
async function forgery(change: { readonly payload?: Readonly<Record<string, unknown>>; readonly header?: Record<string, unknown> } = {}) {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k-1', alg: 'ES256', use: 'sig' };
  const payload: Record<string, unknown> = {
    iss: signer.issuer,
    aud: 'tracker',
    sub: 'u-1',
    sid: 's-1',
    jti: 'j-1',
    iat: startSeconds,
    exp: startSeconds + 60,
    cloud: 'acme',
    channel: 'ingress',
    ...change.payload,
  };
  const header = { alg: 'ES256', typ: 'uct+jwt', kid: 'k-1', ...change.header };
  const kept = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
  const token = await new SignJWT(kept).setProtectedHeader(header).sign(privateKey);
  const verifier = contextVerifier({
    product: 'tracker',
    cloud: 'acme',
    issuers: [{ issuer: signer.issuer, channel: 'ingress', keys: () => ({ keys: [jwk] }) }],
    clock,
    table: contextRules('tracker'),
  });
  return { token, verifier, jwk };
}
const verdict = async (change: Parameters<typeof forgery>[0]): Promise<string> => {
  const { token, verifier } = await forgery(change);
  return codeOf(verifier(token));
};
const partOf = (token: string, index: number): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString());
const kidOf = (token: string): string => String(partOf(token, 0).kid);
const payloadOf = (token: string): Record<string, unknown> => partOf(token, 1);
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test('accepts its own token, and says no more than who, which session, which cloud', async () => {
  const token = await signer.mint('tracker', claims);
  expect(await verify(token)).toEqual(claims);
  const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  expect(Object.keys(payload).sort()).toEqual(['aud', 'channel', 'cloud', 'exp', 'iat', 'iss', 'jti', 'sid', 'sub']);
  expect(payload.exp - payload.iat).toBe(60);
  expect(await verdict({})).toBe('accepted');
});

test('is good until 59.999 s after it was made, and not at 60 s', async () => {
  const [token, other] = [await signer.mint('tracker', claims), await signer.mint('tracker', claims)];
  clock.advance(59_999);
  expect(await codeOf(verify(token))).toBe('accepted');
  clock.advance(1);
  expect(await codeOf(verify(other))).toBe('tracker.uct.expired');
});

test.each([
  ['no token', undefined],
  ['an empty one', ''],
])('%s is a missing one', async (_name, token) => {
  expect(await codeOf(verify(token))).toBe('tracker.uct.missing');
});

test.each<[string, Record<string, unknown>, string]>([
  ['another issuer', { iss: 'https://login.initech.isolated.test' }, 'tracker.uct.issuer-unknown'],
  ['no issuer', { iss: undefined }, 'tracker.uct.issuer-unknown'],
  ['another product', { aud: 'admin-hub' }, 'tracker.uct.audience-other'],
  ['no audience', { aud: undefined }, 'tracker.uct.claim-missing'],
  ['this product and another', { aud: ['tracker', 'admin-hub'] }, 'tracker.uct.audience-many'],
  ['this product in a list', { aud: ['tracker'] }, 'tracker.uct.audience-many'],
  ['an audience with a space after it', { aud: 'tracker ' }, 'tracker.uct.audience-other'],
  ['no audience at all in a list', { aud: [] }, 'tracker.uct.audience-many'],
  ['no subject', { sub: undefined }, 'tracker.uct.claim-missing'],
  ['no session', { sid: undefined }, 'tracker.uct.claim-missing'],
  ['no id', { jti: undefined }, 'tracker.uct.claim-missing'],
  ['no time of issue', { iat: undefined }, 'tracker.uct.claim-missing'],
  ['no end', { exp: undefined }, 'tracker.uct.claim-missing'],
  ['an end in words', { exp: String(startSeconds + 60) }, 'tracker.uct.claim-malformed'],
  ['an end with a fraction', { exp: startSeconds + 59.5 }, 'tracker.uct.claim-malformed'],
  ['a subject that is a number', { sub: 7 }, 'tracker.uct.claim-malformed'],
  ['an empty subject', { sub: '' }, 'tracker.uct.claim-malformed'],
  ['a very long subject', { sub: 'u'.repeat(301) }, 'tracker.uct.claim-malformed'],
  ['a far end', { exp: startSeconds + 61 }, 'tracker.uct.lifetime-too-long'],
  ['a far end, issued long ago', { iat: startSeconds - 61, exp: startSeconds + 3_600 }, 'tracker.uct.lifetime-too-long'],
  ['issued in a second', { iat: startSeconds + 1, exp: startSeconds + 61 }, 'tracker.uct.issued-in-future'],
  ['an end that is over', { iat: startSeconds - 60, exp: startSeconds }, 'tracker.uct.expired'],
  ['a claim that is not declared', { email: 'ada@acme.test' }, 'tracker.uct.claim-unlisted'],
  ['a time before which it is not good', { nbf: startSeconds }, 'tracker.uct.claim-unlisted'],
  ['another cloud', { cloud: 'initech' }, 'tracker.uct.cloud-other'],
  ['no cloud', { cloud: undefined }, 'tracker.uct.claim-missing'],
  ['the channel of break-glass', { channel: 'break-glass' }, 'tracker.uct.channel-other'],
  ['a channel that does not exist', { channel: ['ingress'] }, 'tracker.uct.claim-malformed'],
])('a token with %s is refused', async (_name, payload, code) => {
  expect(await verdict({ payload })).toBe(code);
});

test.each<[string, Record<string, unknown>, string]>([
  ['the type of an ID token', { typ: 'JWT' }, 'type-other'],
  ['the type of an access token', { typ: 'at+jwt' }, 'type-other'],
  ['no type', { typ: undefined }, 'type-other'],
  ['a key id that leads elsewhere', { kid: '../../etc/passwd' }, 'key-unknown'],
  ['no key id', { kid: undefined }, 'key-unknown'],
  ['a member that must be understood', { crit: ['b64'], b64: true }, 'header-critical'],
  ['its own key', { jwk: { kty: 'EC' } }, 'key-in-header'],
  ['an address of keys', { jku: 'https://evil.test/keys' }, 'key-in-header'],
  ['an address of certificates', { x5u: 'https://evil.test/chain' }, 'key-in-header'],
  ['a certificate', { x5c: ['MII'] }, 'key-in-header'],
  ['another token inside', { cty: 'JWT' }, 'header-unlisted'],
  ['a compressed payload', { zip: 'DEF' }, 'header-unlisted'],
])('a token with %s is refused', async (_name, header, reason) => {
  expect(await verdict({ header })).toBe(`tracker.uct.${reason}`);
});

test('a token of another key with our key’s id is refused', async () => {
  const stranger = await forgery();
  const { token } = await forgery();
  expect(await codeOf(stranger.verifier(token))).toBe('tracker.uct.signature-wrong');
  const [header = '', payload = '', signature = ''] = stranger.token.split('.');
  expect(await codeOf(stranger.verifier(`${header}.${payload}.`))).toBe('tracker.uct.signature-wrong');
  const flipped = Buffer.from(signature, 'base64url');
  flipped[0] = (flipped[0] ?? 0) ^ 1;
  expect(await codeOf(stranger.verifier(`${header}.${payload}.${flipped.toString('base64url')}`))).toBe('tracker.uct.signature-wrong');
});

test('no algorithm, and a public key used as a shared secret, are refused', async () => {
  const { token, verifier, jwk } = await forgery();
  const [, payload = ''] = token.split('.');
  const none = base64({ alg: 'none', typ: 'uct+jwt', kid: 'k-1' });
  expect(await codeOf(verifier(`${none}.${payload}.`))).toBe('tracker.uct.algorithm-other');
  const shared = base64({ alg: 'HS256', typ: 'uct+jwt', kid: 'k-1' });
  for (const secret of [JSON.stringify(jwk), jwk.x ?? '']) {
    const signature = createHmac('sha256', secret).update(`${shared}.${payload}`).digest('base64url');
    expect(await codeOf(verifier(`${shared}.${payload}.${signature}`))).toBe('tracker.uct.algorithm-other');
  }
});

test('two header lines, an encrypted token, a very long one, and one with a name twice are refused', async () => {
  const { token, verifier } = await forgery();
  const [header = '', , signature = ''] = token.split('.');
  expect(await codeOf(verifier(`${token}, ${token}`))).toBe('tracker.uct.repeated');
  expect(await codeOf(verifier(`${header}..iv.ciphertext.tag`))).toBe('tracker.uct.encrypted');
  expect(await codeOf(verifier('a'.repeat(2_049)))).toBe('tracker.uct.too-large');
  const twice = Buffer.from('{"iss":"a","iss":"b"}').toString('base64url');
  expect(await codeOf(verifier(`${header}.${twice}.${signature}`))).toBe('tracker.uct.malformed');
});

test('a token is good once, and of two at the same moment one is the second', async () => {
  const [token, other] = [await signer.mint('tracker', claims), await signer.mint('tracker', claims)];
  const codes = await Promise.all([codeOf(verify(token)), codeOf(verify(token)), codeOf(verify(other))]);
  expect(codes.toSorted()).toEqual(['accepted', 'accepted', 'tracker.uct.replayed']);
  clock.advance(59_000);
  expect(await codeOf(verify(other))).toBe('tracker.uct.replayed');
});

test('after a rotation the new key signs, and the old one verifies until its last token is over', async () => {
  const before = await signer.mint('tracker', claims);
  const late = await signer.mint('tracker', claims);
  await Promise.all([signer.rotate(), signer.rotate()]);
  expect(signer.keys().keys).toHaveLength(2);
  const after = await signer.mint('tracker', claims);
  expect(kidOf(after)).not.toBe(kidOf(before));
  clock.advance(59_999);
  expect([await codeOf(verify(before)), await codeOf(verify(after))]).toEqual(['accepted', 'accepted']);
  clock.advance(1);
  expect(signer.keys().keys.map(({ kid }) => kid)).toEqual([kidOf(after)]);
  expect(await codeOf(verify(late))).toBe('tracker.uct.key-unknown');
});

test('a key that is struck out verifies nothing from that moment, and another one signs', async () => {
  const leaked = await signer.mint('tracker', claims);
  await signer.strikeOut(kidOf(leaked));
  expect(signer.keys().keys.map(({ kid }) => kid)).not.toContain(kidOf(leaked));
  const fresh = await signer.mint('tracker', claims);
  expect([await codeOf(verify(leaked)), await codeOf(verify(fresh))]).toEqual(['tracker.uct.key-struck-out', 'accepted']);
});

test('a key signs for a day, and not for longer', async () => {
  const first = await signer.mint('tracker', claims);
  clock.advance(86_399_000);
  expect(kidOf(await signer.mint('tracker', claims))).toBe(kidOf(first));
  clock.advance(1_000);
  expect(kidOf(await signer.mint('tracker', claims))).not.toBe(kidOf(first));
});

test('whatever stands beside the declared claims is left behind', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (others) => {
      const token = await signer.mint('tracker', { ...others, ...claims });
      expect(Object.keys(payloadOf(token)).toSorted()).toEqual(['aud', 'channel', 'cloud', 'exp', 'iat', 'iss', 'jti', 'sid', 'sub']);
    }),
    { numRuns: 100 },
  );
});

test('a key vouches for its own issuer only: the sign-in service cannot speak for break-glass, nor the other way round', async () => {
  const honest = await breakGlassSigner.mint('admin-hub', { ...claims, channel: 'break-glass' });
  expect(await codeOf(verifyAdminHub(honest))).toBe('accepted');
  const random = systemRandom;
  for (const [name, key] of [
    [breakGlassSigner.issuer, 'ingress'],
    [signer.issuer, 'break-glass'],
  ] as const) {
    // A signer that holds one key and claims the name, the channel and the key id of the other.
    const impostor = await contextSigner(name, { clock, random });
    const owner = name === signer.issuer ? signer : breakGlassSigner;
    const other = name === signer.issuer ? breakGlassSigner : signer;
    const keys = { [owner.issuer]: owner.keys, [other.issuer]: impostor.keys };
    const verifier = contextVerifier({
      product: 'admin-hub',
      cloud: 'acme',
      issuers: [
        { issuer: signer.issuer, channel: 'ingress', keys: keys[signer.issuer] ?? noKeys },
        { issuer: breakGlassSigner.issuer, channel: 'break-glass', keys: keys[breakGlassSigner.issuer] ?? noKeys },
      ],
      clock,
      table: contextRules('admin-hub'),
    });
    const channel = key === 'ingress' ? 'break-glass' : 'ingress';
    expect(await codeOf(verifier(await impostor.mint('admin-hub', { ...claims, channel })))).toBe('admin-hub.uct.key-unknown');
  }
});

test('no edit of a token is accepted, and none breaks the verifier', async () => {
  const token = await signer.mint('tracker', claims);
  const edit = fc.record({ at: fc.nat(token.length - 1), put: fc.constantFrom(...'ABCabc012-_.= \u00e9{') });
  await fc.assert(
    fc.asyncProperty(edit, async ({ at, put }) => {
      const edited = token.slice(0, at) + put + token.slice(at + 1);
      const sameBytes = edited.split('.').every((part, index) => {
        const original = token.split('.')[index] ?? '';
        return Buffer.from(part, 'base64url').equals(Buffer.from(original, 'base64url'));
      });
      fc.pre(edited !== token && !sameBytes);
      expect(await codeOf(verify(edited))).toMatch(/^tracker\.uct\./);
    }),
    { numRuns: 300 },
  );
  await fc.assert(fc.asyncProperty(fc.string(), async (text) => void expect(await codeOf(verify(text))).toMatch(/^tracker\.uct\./)));
});

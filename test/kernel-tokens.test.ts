/** The user context token as a forger sees it: every standard claim, every header, other keys, other products, other clouds (I-09, RFC 8725 §3). */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeEach, expect, test } from 'vitest';
import { Refusal } from '../system/kernel/refusal.ts';
import { type ContextSigner, type ContextVerifier, contextRules, contextSigner, contextVerifier } from '../system/kernel/tokens.ts';
import { type ManualClock, manualClock, systemRandom } from './manual-ports.ts';

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
  const login = { issuer: signer.issuer, channel: 'ingress', keys: signer.keys } as const;
  const breakGlass = { issuer: breakGlassSigner.issuer, channel: 'break-glass', keys: breakGlassSigner.keys } as const;
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
    issuers: [{ issuer: signer.issuer, channel: 'ingress', keys: { keys: [jwk] } }],
    clock,
    table: contextRules('tracker'),
  });
  return { token, verifier, jwk };
}
const verdict = async (change: Parameters<typeof forgery>[0]): Promise<string> => {
  const { token, verifier } = await forgery(change);
  return codeOf(verifier(token));
};
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
  const token = await signer.mint('tracker', claims);
  clock.advance(59_999);
  expect(await codeOf(verify(token))).toBe('accepted');
  clock.advance(1);
  expect(await codeOf(verify(token))).toBe('tracker.uct.expired');
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
  ['no audience', { aud: undefined }, 'tracker.uct.audience-other'],
  ['this product and another', { aud: ['tracker', 'admin-hub'] }, 'tracker.uct.audience-other'],
  ['this product in a list', { aud: ['tracker'] }, 'tracker.uct.audience-other'],
  ['an audience with a space after it', { aud: 'tracker ' }, 'tracker.uct.audience-other'],
  ['no audience at all in a list', { aud: [] }, 'tracker.uct.audience-other'],
  ['no subject', { sub: undefined }, 'tracker.uct.library-refused'],
  ['no session', { sid: undefined }, 'tracker.uct.library-refused'],
  ['no id', { jti: undefined }, 'tracker.uct.library-refused'],
  ['no time of issue', { iat: undefined }, 'tracker.uct.library-refused'],
  ['no end', { exp: undefined }, 'tracker.uct.library-refused'],
  ['a far end, issued long ago', { iat: startSeconds - 61, exp: startSeconds + 3_600 }, 'tracker.uct.expired'],
  ['issued in a second', { iat: startSeconds + 1, exp: startSeconds + 61 }, 'tracker.uct.library-refused'],
  ['not good before a second from now', { nbf: startSeconds + 1 }, 'tracker.uct.library-refused'],
  ['another cloud', { cloud: 'initech' }, 'tracker.uct.cloud-other'],
  ['no cloud', { cloud: undefined }, 'tracker.uct.library-refused'],
  ['the channel of break-glass', { channel: 'break-glass' }, 'tracker.uct.channel-other'],
  ['a channel that does not exist', { channel: ['ingress'] }, 'tracker.uct.channel-other'],
])('a token with %s is refused', async (_name, payload, code) => {
  expect(await verdict({ payload })).toBe(code);
});

test.each<[string, Record<string, unknown>]>([
  ['the type of an ID token', { typ: 'JWT' }],
  ['the type of an access token', { typ: 'at+jwt' }],
  ['no type', { typ: undefined }],
  ['a key id that leads elsewhere', { kid: '../../etc/passwd' }],
  ['a key id of another key', { kid: 'k-2' }],
])('a token with %s is refused', async (_name, header) => {
  expect(await verdict({ header })).not.toBe('accepted');
  expect(await verdict({ header })).toMatch(/^tracker\.uct\./);
});

test('a token that brings its own key is judged by ours', async () => {
  const stranger = await forgery();
  const { token } = await forgery({ header: { jwk: stranger.jwk, jku: 'https://evil.test/keys', x5u: 'https://evil.test/chain' } });
  expect(await codeOf(stranger.verifier(token))).toBe('tracker.uct.library-refused');
});

test('no algorithm, and a public key used as a shared secret, are refused', async () => {
  const { token, verifier, jwk } = await forgery();
  const [, payload = ''] = token.split('.');
  const none = base64({ alg: 'none', typ: 'uct+jwt', kid: 'k-1' });
  expect(await codeOf(verifier(`${none}.${payload}.`))).toBe('tracker.uct.library-refused');
  const shared = base64({ alg: 'HS256', typ: 'uct+jwt', kid: 'k-1' });
  for (const secret of [JSON.stringify(jwk), jwk.x ?? '']) {
    const signature = createHmac('sha256', secret).update(`${shared}.${payload}`).digest('base64url');
    expect(await codeOf(verifier(`${shared}.${payload}.${signature}`))).toBe('tracker.uct.library-refused');
  }
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
        { issuer: signer.issuer, channel: 'ingress', keys: keys[signer.issuer] ?? { keys: [] } },
        { issuer: breakGlassSigner.issuer, channel: 'break-glass', keys: keys[breakGlassSigner.issuer] ?? { keys: [] } },
      ],
      clock,
      table: contextRules('admin-hub'),
    });
    const channel = key === 'ingress' ? 'break-glass' : 'ingress';
    expect(await codeOf(verifier(await impostor.mint('admin-hub', { ...claims, channel })))).toBe('admin-hub.uct.library-refused');
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

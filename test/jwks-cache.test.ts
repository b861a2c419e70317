/** The keys that are kept: what is asked when, and that a key that was taken back never counts for longer than is said (C-04). */
import fc from 'fast-check';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { expect, test } from 'vitest';
import { type JwksCache, jwksCache, keySetLifetimeSeconds, searchPauseSeconds } from '../system/isolated/sso/oidc/keys/jwks-cache.ts';
import { maxKeys } from '../system/isolated/sso/oidc/keys/key-set.ts';
import { OutboundFailure } from '../system/kernel/ports.ts';
import { type ManualClock, manualClock } from './manual-ports.ts';
import { jsonAnswer } from './sso-idp.ts';

const url = new URL('https://idp.acme.test/realms/acme/keys');
const { publicKey } = await generateKeyPair('ES256');
const key = await exportJWK(publicKey);
const named = (kid: string): JWK => ({ ...key, kid });

type Provider = { published: readonly string[] | 'away' | 'garbage'; asked: number };
function openCache(): { cache: JwksCache; clock: ManualClock; provider: Provider; allow(allowed: boolean): void } {
  const clock = manualClock(1_000_000_000_000);
  const provider: Provider = { published: ['a'], asked: 0 };
  let allowed = true;
  const cache = jwksCache({
    clock,
    allows: () => allowed,
    outbound: {
      request: async () => {
        provider.asked += 1;
        if (provider.published === 'away') throw new OutboundFailure('no-answer');
        if (provider.published === 'garbage') return jsonAnswer({ keys: [7] });
        return jsonAnswer({ keys: provider.published.map(named) });
      },
    },
  });
  return {
    cache,
    clock,
    provider,
    allow: (next) => {
      allowed = next;
    },
  };
}
const kids = async (cache: JwksCache, kid: string | undefined, by: 'sign-in' | 'logout' = 'sign-in') => {
  const set = await cache.look(url, { kid, by });
  return set.outcome === 'good' ? set.keys.map((each) => each.kid) : set.outcome;
};

test('an unknown key is searched at once, then at most every thirty seconds', async () => {
  const { cache, clock, provider } = openCache();
  expect(await kids(cache, 'a')).toEqual(['a']);
  provider.published = ['a', 'b'];
  expect(await kids(cache, 'b')).toEqual(['a', 'b']);
  provider.published = ['a', 'b', 'c'];
  clock.advance(searchPauseSeconds * 1000 - 1);
  expect([await kids(cache, 'c'), provider.asked]).toEqual([['a', 'b'], 2]);
  clock.advance(1);
  expect([await kids(cache, 'c'), provider.asked]).toEqual([['a', 'b', 'c'], 3]);
});

test('what anybody may post uses up nothing of what a sign-in may ask for', async () => {
  const { cache, provider } = openCache();
  await kids(cache, 'a');
  for (let at = 0; at < 50; at += 1) await kids(cache, `made-up-${at}`, 'logout');
  expect(provider.asked).toBe(2);
  provider.published = ['b'];
  expect(await kids(cache, 'b')).toEqual(['b']);
});

test('while the provider is away, what anybody may post asks it every thirty seconds at most', async () => {
  const { cache, clock, provider } = openCache();
  provider.published = 'away';
  for (let at = 0; at < 50; at += 1) expect(await kids(cache, 'a', 'logout')).toBe('unreachable');
  expect(provider.asked).toBe(1);
  clock.advance(searchPauseSeconds * 1000);
  provider.published = ['a'];
  expect(await kids(cache, 'a', 'logout')).toEqual(['a']);
});

test('a key that was taken back is refused after five minutes, even when the provider cannot be asked', async () => {
  const { cache, clock, provider } = openCache();
  await kids(cache, 'a');
  provider.published = 'away';
  clock.advance(keySetLifetimeSeconds * 1000 - 1);
  expect(await kids(cache, 'a')).toEqual(['a']);
  clock.advance(1);
  expect(await kids(cache, 'a')).toBe('unreachable');
});

test.each<[string, Provider['published'], string]>([
  ['nothing', [], 'empty'],
  ['too many keys', Array.from({ length: maxKeys + 1 }, (_, at) => `k-${at}`), 'too-large'],
  ['what is no key', 'garbage', 'malformed'],
])('a provider that publishes %s is told apart, and asked again at once', async (_name, published, outcome) => {
  const { cache, provider } = openCache();
  provider.published = published;
  expect(await kids(cache, 'a')).toBe(outcome);
  provider.published = ['a'];
  expect(await kids(cache, 'a')).toEqual(['a']);
});

test('an empty set that a search finds takes every key back', async () => {
  const { cache, provider } = openCache();
  await kids(cache, 'a');
  provider.published = [];
  expect(await kids(cache, 'b')).toBe('empty');
  expect(await kids(cache, 'a')).toBe('empty');
});

test('a place that is taken off the allowlist is not asked, and its keys count no more', async () => {
  const { cache, provider, allow } = openCache();
  await kids(cache, 'a');
  allow(false);
  expect([await kids(cache, 'a'), provider.asked]).toEqual(['not-allowed', 1]);
});

test('a clock that goes back makes what is kept old, and those who ask together share one answer', async () => {
  const { cache, clock, provider } = openCache();
  await Promise.all(Array.from({ length: 20 }, () => kids(cache, 'a')));
  expect(provider.asked).toBe(1);
  clock.advance(-10_000);
  await kids(cache, 'a');
  expect(provider.asked).toBe(2);
});

/** Beside the cache: everything that was ever published, and when; no knowledge of how the cache decides. */
type Step =
  | { readonly kind: 'publish'; readonly published: readonly string[] | 'away' | 'garbage' }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'look'; readonly kid: string; readonly by: 'sign-in' | 'logout' };
const names = ['a', 'b', 'c'];
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('publish' as const),
    published: fc.oneof(fc.subarray(names), fc.constant('away' as const), fc.constant('garbage' as const)),
  }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.oneof(fc.nat(40_000), fc.nat(400_000)) }),
  fc.record({
    kind: fc.constant('look' as const),
    kid: fc.constantFrom(...names, 'z'),
    by: fc.constantFrom('sign-in' as const, 'logout' as const),
  }),
);

test('whatever happens in whatever order: no key counts that was not published within its lifetime, a sign-in finds what is published now, and the provider is never flooded', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const { cache, clock, provider } = openCache();
      /** For each key the latest instant at which it was published. */
      const publishedUntilMs = new Map<string, number>();
      const searches: { readonly by: string; readonly atMs: number }[] = [];
      const note = (): void => {
        if (Array.isArray(provider.published)) for (const kid of provider.published) publishedUntilMs.set(kid, clock.now());
      };
      for (const each of steps) {
        note();
        if (each.kind === 'publish') provider.published = each.published;
        if (each.kind === 'wait') clock.advance(each.ms);
        note();
        if (each.kind !== 'look') continue;
        const before = provider.asked;
        const found = await kids(cache, each.kid, each.by);
        const asked = provider.asked - before;
        expect(asked).toBeLessThanOrEqual(1);
        if (asked === 1) searches.push({ by: each.by, atMs: clock.now() });
        if (!Array.isArray(found)) continue;
        for (const kid of found)
          expect(clock.now() - (publishedUntilMs.get(kid ?? '') ?? Number.NEGATIVE_INFINITY)).toBeLessThan(keySetLifetimeSeconds * 1000);
        if (asked === 1 && Array.isArray(provider.published) && provider.published.length > 0) expect(found).toEqual(provider.published);
      }
      const posted = searches.filter(({ by }) => by === 'logout').map(({ atMs }) => atMs);
      for (const [at, atMs] of posted.entries())
        if (at > 0) expect(atMs - (posted[at - 1] ?? 0)).toBeGreaterThanOrEqual(searchPauseSeconds * 1000);
    }),
    { numRuns: 300 },
  );
});

/** A provider that changes while a person is away at it: what was known of it before counts only while it cannot be reached (C-03, S18). */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { issuer, jsonAnswer } from './sso-idp.ts';
import { loginHost, openSsoStage, type SsoStage } from './sso-stage.ts';

let stage: SsoStage;
beforeEach(async () => {
  stage = await openSsoStage();
});
afterEach(() => stage.close());

test.each<[string, () => void]>([
  ['answers as somebody else', () => stage.idp.deviate({ metadata: { issuer: `${issuer}-2` } })],
  ['points off the allowlist', () => stage.idp.deviate({ metadata: { jwks_uri: 'https://evil.test/' } })],
])('a provider that %s by the time that a person comes back gets no code and no secret', async (_name, change) => {
  const person = stage.browser();
  const back = `/callback?${stage.idp.authorize(await person.toIdp())}`;
  stage.clock.advance(6_000);
  change();
  const before = stage.idp.requests.length;
  expect((await person.get(loginHost, back)).code).toBe('sso.code-exchange.idp-unreachable');
  expect(stage.idp.requests.slice(before).map(({ url }) => url.pathname)).toEqual(['/realms/acme/.well-known/openid-configuration']);
});

test('a provider that only cannot be discovered by the time that a person comes back is asked where it was before', async () => {
  const person = stage.browser();
  const back = `/callback?${stage.idp.authorize(await person.toIdp())}`;
  stage.clock.advance(6_000);
  stage.idp.deviate({ answer: (endpoint) => (endpoint === 'discovery' ? jsonAnswer('away', 503) : undefined) });
  expect((await person.get(loginHost, back)).code).toBe('allowed');
});

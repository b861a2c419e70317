/** Whatever the identity provider says of a person, a product learns nothing of it: any claims in, only declared ones out, and no value of theirs in token or record (I-09, I-11). */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSsoStage, type SsoStage } from './sso-stage.ts';

let stage: SsoStage;
beforeAll(async () => {
  stage = await openSsoStage();
});
afterAll(() => stage.close());

/** Claims that are judged at the sign-in are left to the honest provider: by the relying party, and the domain of `email` by the directory. */
const checked = new Set([
  'iss',
  'sub',
  'aud',
  'azp',
  'iat',
  'exp',
  'nbf',
  'nonce',
  'at_hash',
  'acr',
  'amr',
  'auth_time',
  'events',
  'sid',
  'email',
]);
const name = fc
  .oneof(fc.constantFrom('nickname', 'name', 'groups', 'roles', 'cloud', 'channel', 'jti', 'preferred_username', 'address'), fc.string())
  .filter((each) => !checked.has(each) && !Object.hasOwn(Object.prototype, each));
const marker = fc.stringMatching(/^[a-z0-9]{12}$/).map((each) => `marker-${each}`);
const value = fc.oneof(
  marker,
  fc.array(marker, { maxLength: 3 }),
  fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), marker, { maxKeys: 3 }),
);

const payloadOf = (token: string): Record<string, unknown> => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

test('any claims of the identity provider in, only the declared ones out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, value, { minKeys: 1, maxKeys: 8 }), async (claims) => {
      stage.idp.deviate({ claims });
      const token = await stage.contextOf();
      expect(Object.keys(payloadOf(token)).toSorted()).toEqual(['aud', 'channel', 'cloud', 'exp', 'iat', 'iss', 'jti', 'sid', 'sub']);
      const said = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString() + JSON.stringify(stage.records);
      expect(said).not.toContain('marker-');
    }),
    { numRuns: 40 },
  );
});

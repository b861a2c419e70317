/** A SAML response is judged by our own rules, over the bytes that were signed: the honest one is accepted, and every rule has something that it alone refuses. */
import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { resigned, withoutSignature } from '../fakes/saml/resign.ts';
import { passwordOverTls, samlResponse } from '../fakes/saml/response.ts';
import { newSamlKeys } from '../system/isolated/sso/saml/own-keys/made.ts';
import { responseRules } from '../system/isolated/sso/saml/saml-response/rules.ts';
import { systemRandom } from './manual-ports.ts';
import { assertionCases } from './saml-assertion-cases.ts';
import { envelopeCases } from './saml-envelope-cases.ts';
import { type Circumstances, honest, honestSpec, idpKey, idpKeys, judged, nowMs, otherKeys, requestId, settingsWith } from './saml-kit.ts';
import { assertionId, brought, responseId, toUs } from './saml-response-change.ts';

test.each([
  ['signed twice, as Keycloak does', {}],
  ['with a signed assertion only', { signed: 'assertion' }],
  ['encrypted by the defaults of Keycloak', { encryptFor: toUs }],
  ['encrypted, with a signed assertion only', { encryptFor: toUs, signed: 'assertion' }],
] as const)('an honest response is accepted: %s', async (_name, signing) => {
  const { code, facts } = await judged(await honest({}, signing));
  expect(code).toBe('allowed');
  expect([facts.assertion.nameId?.value, facts.assertion.attributes]).toEqual([
    'G-ada',
    { email: ['ada@acme.test'], groups: ['staff', 'engineers'] },
  ]);
});

test('an honest response is accepted with everything demanded that can be, long ago, and signed by the second of two keys', async () => {
  const given: Circumstances = {
    settings: {
      certificates: [otherKeys.signing.certificatePem, idpKey.certificatePem],
      demandedAuthnContext: [passwordOverTls],
      profile: { encryptedAssertionsOnly: true, signedResponsesOnly: true, forceAuthn: true },
    },
  };
  const spec = { oneTimeUse: true, sessionNotOnOrAfterMs: nowMs + 60_000 };
  expect((await judged(await honest(spec, { encryptFor: toUs }), given)).code).toBe('allowed');
});

test('one that nobody asked for is accepted where the profile has it, and only one that says so itself', async () => {
  const { inResponseTo: _asked, ...unasked } = honestSpec;
  const xml = await samlResponse(unasked, { key: idpKey });
  const given: Circumstances = {
    settings: { profile: { idpInitiated: true } },
    transaction: 'none',
    cookie: undefined,
    relayState: undefined,
  };
  expect((await judged(xml, given)).code).toBe('allowed');
  expect((await judged(xml, { ...given, settings: {} })).code).toBe('sso.saml-response.in-response-to-missing');
  const stripped = withoutSignature(await honest(), responseId).replace(` InResponseTo="${requestId}"`, '');
  expect((await judged(stripped, given)).code).toBe('sso.saml-response.confirmation-in-response-to-other');
});

const cases = [...envelopeCases, ...assertionCases];

test.each(cases)('%s: %s', async (reason, _what, given) => {
  expect((await judged(await brought(given), given.given)).code).toBe(`sso.saml-response.${reason}`);
});

test('an encrypted assertion that our key does not open is refused, whatever is wrong with it', async () => {
  const forOthers = await honest({}, { encryptFor: otherKeys.encryption.certificatePem, signed: 'assertion' });
  const changed = (await honest({}, { encryptFor: toUs, signed: 'assertion' })).replace(/(<xenc:CipherValue>)..../g, '$1AAAA');
  const older = (await honest({}, { encryptFor: toUs, signed: 'assertion' })).replace('xmlenc11#aes256-gcm', 'xmlenc11#aes256-cbc');
  for (const xml of [forOthers, changed, older]) expect((await judged(xml)).code).toBe('sso.saml-response.assertion-encrypted-unreadable');
});

test('the same assertion is accepted once, in whatever response it comes', async () => {
  const set = new Set<string>();
  const first = await honest({}, { signed: 'assertion' });
  expect((await judged(first, { brought: set })).code).toBe('allowed');
  expect((await judged(first.replace(responseId, '_again'), { brought: set })).code).toBe('sso.saml-response.replayed');
  const once = new Set<string>();
  const oneTime = await honest({ oneTimeUse: true });
  await judged(oneTime, { brought: once });
  expect((await judged(oneTime, { brought: once })).code).toBe('sso.saml-response.one-time-use-replayed');
});

test('what is not signed with a key of the identity provider spends no id', async () => {
  const set = new Set<string>();
  const forged = resigned(withoutSignature(await honest(), responseId), assertionId, { key: otherKeys.signing });
  await judged(forged, { brought: set });
  expect(set.size).toBe(0);
});

test('every rule was seen to refuse', async () => {
  const elsewhere = ['assertion-encrypted-unreadable', 'replayed', 'one-time-use-replayed'];
  const seen = new Set([...cases.map(([reason]) => reason), ...elsewhere]);
  expect(responseRules.map(({ code }) => code.split('.')[2]).filter((reason) => !seen.has(reason ?? ''))).toEqual([]);
});

test('a key of 1,024 bits cannot be set, and neither can what is no certificate', async () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const asKey = publicKey.export({ type: 'spki', format: 'pem' }) as string;
  expect(() => settingsWith({ certificates: [asKey] })).toThrow(/2048 bits/);
  expect(() => settingsWith({ certificates: [] })).toThrow();
  expect(
    (await newSamlKeys('x', { clock: { now: () => nowMs, after: async () => {}, skewMs: () => 0 }, random: systemRandom })).signing
      .certificatePem,
  ).not.toBe(idpKeys.signing.certificatePem);
});

/** People sign in by SAML: the request is signed and bound to its browser, and the answer is judged (I-05 to I-08, S8). */
import { createHash, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { readAuthnRequest, readForm, readRedirect, samlResponse, writeForm } from '../fakes/saml/index.ts';
import { OutboundFailure } from '../system/kernel/ports.ts';
import { acsUrl, entityId, idpEntityId, idpKey, otherKeys, ownKeys, settingsWith } from './saml-kit.ts';
import {
  answer,
  answerTo,
  configure,
  metadataUrl,
  ourCertificate,
  publish,
  signIn,
  signOnOf,
  ssoUrl,
  stage,
  started,
  withSamlStage,
} from './saml-stage.ts';
import { weakKey } from './saml-weak-key.ts';
import { loginHost, productHost } from './sso-stage.ts';

withSamlStage();

test('a person is sent with a signed request that says who asks, where the answer goes, and how they must be authenticated', async () => {
  configure({ demandedAuthnContext: ['urn:acme:hwk'], profile: { forceAuthn: true } });
  const address = await stage.browser().toIdp();
  expect(`${address.origin}${address.pathname}`).toBe(ssoUrl);
  expect(readAuthnRequest(readRedirect(address, ourCertificate).xml)).toEqual({
    id: expect.stringMatching(/^_[0-9a-f]{40}$/),
    issuer: entityId,
    destination: ssoUrl,
    acsUrl,
    forceAuthn: true,
    nameIdFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    authnContexts: ['urn:acme:hwk'],
  });
});

test('an honest answer signs the person on, and leads them back to the product', async () => {
  const person = stage.browser();
  const back = await signIn(person);
  expect([back.code, back.status, new URL(back.location).host]).toEqual(['allowed', 303, productHost]);
  expect(person.cookies.has(`${loginHost} __Host-saml`)).toBe(false);
  expect(signOnOf(person)).toBeDefined();
  const redeemed = new URL(back.location);
  const there = await person.get(productHost, redeemed.pathname + redeemed.search);
  expect([there.code, there.location]).toEqual(['allowed', '/issues/7']);
});

test('the cookie that binds the request is of no site, and ends after five minutes', async () => {
  const { cookies } = await started();
  expect(cookies).toEqual([expect.stringMatching(/^__Host-saml=_[0-9a-f]{40}; Path=\/; Secure; HttpOnly; SameSite=None; Max-Age=300$/)]);
});

test("an attacker's own good answer does not sign a victim's browser in", async () => {
  const [attacker, victim] = [stage.browser(), stage.browser()];
  const form = await answerTo(await attacker.toIdp(), { nameId: 'G-eve' });
  await victim.toIdp();
  expect((await victim.post(loginHost, '/saml/acs', form)).code).toBe('sso.saml-response.of-another-browser');
  expect((await attacker.post(loginHost, '/saml/acs', form)).code).toBe('sso.saml-response.replayed');
  expect([signOnOf(victim), signOnOf(attacker)]).toEqual([undefined, undefined]);
});

test('an answer is accepted once, and not after five minutes', async () => {
  const person = stage.browser();
  const form = await answerTo(await person.toIdp());
  expect((await person.post(loginHost, '/saml/acs', form)).code).toBe('allowed');
  expect((await person.post(loginHost, '/saml/acs', form)).code).toBe('sso.saml-response.replayed');
  const late = stage.browser();
  const address = await late.toIdp();
  stage.clock.advance(300_000);
  expect((await late.post(loginHost, '/saml/acs', await answerTo(address, { assertionId: '_assertion-2' }))).code).toBe(
    'sso.saml-response.too-late',
  );
});

test('where the settings want it, the request travels in a form that goes on by itself, and carries its signature', async () => {
  configure({ profile: { requestBinding: 'post' } });
  const page = await started();
  const field = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.body)?.[1] ?? '';
  const request = readForm({ SAMLRequest: field('SAMLRequest'), RelayState: field('RelayState') }, ourCertificate);
  expect(readAuthnRequest(request.xml)).toMatchObject({ destination: ssoUrl, acsUrl, issuer: entityId });
  expect(request.relayState).toMatch(/^[\w-]{43}$/);
  expect(page.policy).toContain(`form-action 'self' ${new URL(ssoUrl).origin}`);
});

test('what the record says of a refusal names what was received, and nobody', async () => {
  await signIn(stage.browser(), { audience: 'https://other.test' });
  const record = stage.records.find(({ code }) => code === 'sso.saml-response.audience-other');
  expect(record?.facts.audiences).toBe('https://other.test');
  expect(JSON.stringify(record)).not.toContain('G-ada');
});

test('keys of the metadata count where the profile has it, also for a sign-in that ends while the identity provider is away', async () => {
  configure({ certificates: [otherKeys.signing.certificatePem] });
  expect((await signIn()).code).toBe('sso.saml-response.key-unknown');
  configure({ certificates: [otherKeys.signing.certificatePem], profile: { certificatesFromMetadata: true } });
  const person = stage.browser();
  const form = await answerTo(await person.toIdp(), { assertionId: '_assertion-2' });
  answer(() => {
    throw new OutboundFailure('connection-refused');
  });
  expect((await person.post(loginHost, '/saml/acs', form)).code).toBe('allowed');
});

test('a key of the metadata that is too weak to be set does not count, and admins see that', async () => {
  const weak = await weakKey();
  configure({ certificates: [otherKeys.signing.certificatePem], profile: { certificatesFromMetadata: true } });
  publish({ certificates: [weak.certificatePem] });
  const person = stage.browser();
  const form = await answerTo(await person.toIdp(), {}, weak);
  expect((await person.post(loginHost, '/saml/acs', form)).code).toBe('sso.saml-response.key-unknown');
  expect(stage.idpCertificates().map(({ from, use }) => [from, use])).toEqual([
    ['settings', 'accepted'],
    ['metadata', 'only-shown'],
  ]);
});

test.each([
  ['sso.idp.issuer-other', () => publish({ entityId: 'https://other.test' })],
  ['sso.idp.metadata-expired', () => publish({ validUntilMs: stage.clock.now() })],
  ['sso.idp.endpoint-not-allowed', () => publish({ ssoUrl: 'https://evil.test/saml' })],
  ['sso.idp.endpoint-not-allowed', () => configure({ ssoUrl: 'https://evil.test/saml' })],
  ['sso.idp.unavailable', () => publish({}, 404)],
  ['sso.idp.metadata-malformed', () => answer(() => ({ status: 200, headers: {}, body: new Uint8Array(Buffer.from('<html></html>')) }))],
  [
    'sso.idp.no-answer',
    () =>
      answer(() => {
        throw new OutboundFailure('no-answer');
      }),
  ],
  ['sso.idp.not-configured', () => stage.store.delete('saml.keys', 'current')],
] as const)('nobody is sent away when %s', async (code, depart) => {
  depart();
  const reply = await started();
  expect([reply.code, reply.status, reply.location]).toEqual([code, 503, '']);
});

test('a provider that is away from here only may be gone on to, once it was good; one that answers as somebody else may not', async () => {
  const away = (): never => {
    throw new OutboundFailure('no-answer');
  };
  answer(away);
  expect((await started()).body).not.toContain('anyway');
  stage.clock.advance(6_000);
  publish({});
  await started();
  stage.clock.advance(6_000);
  answer(away);
  const person = stage.browser();
  const page = await started(person);
  const [, onward = ''] = /href="([^"]*anyway=1)"/.exec(page.body) ?? [];
  expect(new URL((await person.get(loginHost, onward.replaceAll('&amp;', '&'))).location).host).toBe('idp.acme.test');
  stage.clock.advance(6_000);
  publish({ entityId: 'https://other.test' });
  expect((await started()).body).not.toContain('anyway');
});

test('without a metadata address the sign-in address is asked whether somebody answers', async () => {
  const { metadataUrl: _none, ...settings } = settingsWith({ ssoUrl, metadataUrl });
  stage.settings = settings;
  publish({}, 400);
  expect((await started()).status).toBe(303);
  stage.clock.advance(6_000);
  publish({}, 502);
  expect((await started()).code).toBe('sso.idp.unavailable');
});

test('our metadata names where answers go and both certificates, and promises nothing that we refuse', async () => {
  const { body, status } = await stage.browser().get(loginHost, '/saml/metadata');
  expect(status).toBe(200);
  expect(body).toContain(`entityID="${entityId}"`);
  expect(body).toContain(`Location="${acsUrl}"`);
  for (const { certificatePem } of [ownKeys.signing, ownKeys.encryption])
    expect(body).toContain(certificatePem.replace(/-----[A-Z ]+-----|\s/g, ''));
  expect(body.match(/Algorithm="[^"]*"/g)?.join()).not.toMatch(/cbc|rsa-1_5|sha1/);
  expect(body).not.toContain('PRIVATE');
});

test('one that nobody asked for signs on where the profile has it, and opens no product', async () => {
  configure({ profile: { idpInitiated: true } });
  const person = stage.browser();
  const spec = {
    responseId: '_r',
    assertionId: '_a',
    issuer: idpEntityId,
    acsUrl,
    audience: entityId,
    nameId: 'G-ada',
    nowMs: stage.clock.now(),
  };
  const reply = await person.post(loginHost, '/saml/acs', {
    ...writeForm({ field: 'SAMLResponse', xml: await samlResponse(spec, { key: idpKey }), relayState: undefined }),
  });
  expect([reply.code, reply.status, reply.location]).toEqual(['allowed', 200, '']);
  expect(signOnOf(person)).toBeDefined();
});

test('a certificate that is struck out counts no more, whoever names it, and admins see when each ends', async () => {
  const [pem, other] = [idpKey.certificatePem, otherKeys.signing.certificatePem];
  const struckOut = createHash('sha256').update(new X509Certificate(pem).raw).digest('hex');
  configure({ certificates: [pem, other], struckOutCertificates: [struckOut], profile: { certificatesFromMetadata: true } });
  const reply = await signIn();
  expect([reply.code, reply.status]).toEqual(['sso.saml-response.key-unknown', 403]);
  const listed = stage.idpCertificates();
  expect(listed.map(({ from, use }) => [from, use])).toEqual([
    ['settings', 'struck-out'],
    ['settings', 'accepted'],
  ]);
  expect(listed[0]).toMatchObject({ fingerprint: struckOut, notAfterMs: new X509Certificate(pem).validToDate.getTime() });
});

test('a session ends when the identity provider wants it to be over', async () => {
  const person = stage.browser();
  await signIn(person, { sessionNotOnOrAfterMs: stage.clock.now() + 600_000 });
  expect(new URL((await started(person)).location).host).toBe(productHost);
  stage.clock.advance(600_000);
  expect(new URL((await started(person)).location).host).toBe('idp.acme.test');
});

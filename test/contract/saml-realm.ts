/** What every driver promises of its realms as SAML identity providers, and of the changes there. */
import { X509Certificate } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { people, samlContextClasses, samlRelyingParty } from '../../harness/fixtures/fixtures.ts';
import { claimsOf } from './attempt.ts';
import type { Stage } from './realm-changes.ts';
import { Agent } from './relying-party-over-http.ts';
import { askForLogout, attemptSaml, type ServiceProvider, serviceProvider } from './service-provider-over-http.ts';

/** Registers the tests. Whoever calls reverts the realm after each. */
export function samlRealmContract(stage: Stage): void {
  let own: ServiceProvider;
  beforeAll(async () => {
    own = await serviceProvider();
  });
  const attempt = (options: Parameters<typeof attemptSaml>[3] = {}) => {
    const { idp, realm } = stage();
    return attemptSaml(idp, realm, own, options);
  };

  test('takes no SAML request before the service provider’s certificate was introduced', async () => {
    // Of another run of this contract nothing is left: a realm begins without.
    expect(await attempt()).toMatchObject({ kind: 'page', status: 400 });
  });

  introducedContract(stage, { own: () => own, attempt });
}

type Tools = {
  own(): ServiceProvider;
  attempt(options?: Parameters<typeof attemptSaml>[3]): ReturnType<typeof attemptSaml>;
};

function introducedContract(stage: Stage, { own, attempt }: Tools): void {
  const introduced = async () => {
    const { realm } = stage();
    await realm.introduceRelyingParty({ samlSigningCertificatePem: own().certificatePem });
    return stage();
  };

  test('signs a person in by SAML, by both bindings: signed twice, under the same subject as by OpenID Connect', async () => {
    const { idp, realm } = await introduced();
    const { email, givenName, familyName, department, title } = people.uma;
    for (const binding of ['redirect', 'post'] as const)
      expect(await attempt({ binding })).toMatchObject({
        kind: 'signed-in',
        nameId: (await claimsOf(idp, realm)).sub,
        format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
        attributes: { email, givenName, familyName, department, title, groups: 'foundry' },
        context: samlContextClasses.password,
        relayState: 'relay-1',
        to: samlRelyingParty.acsUrl,
      });
  });

  test('stays introduced after a revert', async () => {
    const { realm } = await introduced();
    await realm.setPassword('nils', 'another-one-entirely');
    await realm.revert();
    expect(await attempt()).toMatchObject({ kind: 'signed-in' });
  });

  test('describes itself, with the certificate that it signs by', async () => {
    const { idp, realm } = await introduced();
    const { status, body } = await new Agent(idp).send(realm.saml.metadataUrl);
    const certificate = new X509Certificate(await realm.saml.certificatePem()).raw.toString('base64');
    expect(status).toBe(200);
    expect(body).toContain(`entityID="${realm.saml.entityId}"`);
    expect(body.replaceAll(/\s/g, '')).toContain(certificate);
  });

  test('takes no request that somebody else signed', async () => {
    const { idp, realm } = await introduced();
    expect(await attemptSaml(idp, realm, await serviceProvider())).toMatchObject({ kind: 'page', status: 400 });
  });

  test('asks for a second factor where the request demands it, and says so', async () => {
    await introduced();
    expect(await attempt({ contextClass: samlContextClasses.twoFactors })).toMatchObject({ context: samlContextClasses.twoFactors });
    expect(await attempt({ contextClass: samlContextClasses.password })).toMatchObject({ context: samlContextClasses.password });
  });

  test('ends a session by SAML when the service provider asks', async () => {
    const { idp, realm } = await introduced();
    const agent = new Agent(idp);
    const session = await attempt({ agent });
    if (session.kind !== 'signed-in') throw new Error(`nobody was signed in: ${session.kind}`);
    expect(await askForLogout(realm, own(), { agent, ...session })).toBe('Success');
    await realm.setPassword('uma', 'so-that-no-form-is-passed');
    expect(await attempt({ agent })).toMatchObject({ kind: 'page' });
  });

  changesContract(introduced, attempt);
}

function changesContract(introduced: () => Promise<ReturnType<Stage>>, attempt: Tools['attempt']): void {
  test.each([
    ['response', { signed: /Invalid signature/ }],
    ['assertion', { signed: /Invalid document signature/ }],
    ['nothing', { signed: /Invalid document signature/ }],
  ] as const)('signs only this: %s', async (what, { signed }) => {
    const { realm } = await introduced();
    await realm.saml.sign(what);
    const outcome = await attempt();
    expect(outcome).toMatchObject({ kind: 'refused', because: expect.stringMatching(signed) });
    const count = outcome.kind === 'refused' ? outcome.xml.split(/<(?:\w+:)?Signature[ >]/).length - 1 : 0;
    expect(count).toBe(what === 'nothing' ? 0 : 1);
    if (what === 'assertion') expect(await attempt({ settings: { wantAuthnResponseSigned: false } })).toMatchObject({ kind: 'signed-in' });
  });

  test.each([
    ['RSA_SHA1', '#rsa-sha1'],
    ['RSA_SHA512', '#rsa-sha512'],
  ] as const)('signs with %s', async (algorithm, ending) => {
    const { realm } = await introduced();
    await realm.saml.setAlgorithm(algorithm);
    const outcome = await attempt();
    expect(outcome).toMatchObject({ kind: 'signed-in', xml: expect.stringContaining(`${ending}"`) });
    expect('xml' in outcome && outcome.xml).not.toContain('rsa-sha256');
  });

  test.each([
    ['transient', 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient'],
    ['email', 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'],
    ['unspecified', 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified'],
  ] as const)('names people otherwise: %s', async (format, uri) => {
    const { realm } = await introduced();
    await realm.saml.setNameIdFormat(format);
    const outcome = await attempt();
    expect(outcome).toMatchObject({ kind: 'signed-in', format: uri });
    if (format === 'email') expect(outcome).toMatchObject({ nameId: people.uma.email });
    if (format === 'unspecified') expect(outcome).toMatchObject({ nameId: 'uma' });
  });

  test('loses an attribute, or renames it', async () => {
    const { realm } = await introduced();
    const attributes = async () => {
      const outcome = await attempt();
      return outcome.kind === 'signed-in' ? outcome.attributes : {};
    };
    await realm.saml.removeAttribute('email');
    expect(await attributes()).not.toHaveProperty('email');
    await realm.revert();
    await realm.saml.renameAttribute('email', 'mail');
    expect(await attributes()).not.toHaveProperty('email');
    expect(await attributes()).toHaveProperty('mail', people.uma.email);
  });

  test('encrypts assertions to whom it was told to', async () => {
    const { idp, realm } = await introduced();
    const other = await serviceProvider();
    await realm.saml.encryptAssertions(other.certificatePem);
    expect(await attempt()).toMatchObject({ kind: 'refused' });
    await realm.revert();
    expect(await attemptSaml(idp, realm, other, {})).toMatchObject({ kind: 'page' });
    await realm.saml.encryptAssertions(other.certificatePem);
    expect(await attempt({ settings: { decryptionPvk: other.privateKeyPem } })).toMatchObject({
      kind: 'signed-in',
      xml: expect.stringContaining('EncryptedAssertion'),
    });
  });

  test('answers to no other address than the one that it knows', async () => {
    const { realm } = await introduced();
    await realm.saml.setAcsUrl('https://login.acme.isolated.test/saml/elsewhere');
    expect(await attempt()).toMatchObject({ kind: 'page', status: 400 });
  });

  test('answers by the redirect binding, where it can be told to', async ({ skip }) => {
    const { realm } = await introduced();
    if (!realm.saml.useRedirectBinding) return skip('it answers by the binding that it is asked for');
    await realm.saml.useRedirectBinding();
    expect(await attempt()).toMatchObject({ kind: 'redirected', parameters: expect.arrayContaining(['SAMLResponse', 'RelayState']) });
  });

  test.each(['disable', 'remove'] as const)('no longer serves the service provider: %s', async (how) => {
    const { realm } = await introduced();
    await realm.saml[how]();
    expect(await attempt()).toMatchObject({ kind: 'page', status: 400 });
    await realm.revert();
    expect(await attempt()).toMatchObject({ kind: 'signed-in' });
  });

  test('rotates the certificate with the key, and takes another validity for it', async () => {
    const { realm } = await introduced();
    const before = await realm.saml.certificatePem();
    const toMs = Math.ceil((Date.now() + 3_600_000) / 1_000) * 1_000;
    await realm.setCertificateValidity({ fromMs: Date.now() - 3_600_000, toMs });
    expect(new X509Certificate(await realm.saml.certificatePem()).validToDate.getTime()).toBe(toMs);
    expect(await attempt()).toMatchObject({ kind: 'signed-in' });
    await realm.rotateKeys({ removeOldKeys: true });
    expect(await realm.saml.certificatePem()).not.toBe(before);
    expect(await attempt({ certificatePem: before })).toMatchObject({ kind: 'refused' });
    await realm.revert();
    expect(await realm.saml.certificatePem()).toBe(before);
    expect(await attempt()).toMatchObject({ kind: 'signed-in' });
  });
}

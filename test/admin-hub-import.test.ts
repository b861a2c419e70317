/** SAML settings and imports: what an identity provider says of itself becomes a draft, or is refused with what is wrong (S18, A-07). */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ImportFacts, importRules } from '../system/isolated/admin-hub/index.ts';
import { OutboundFailure } from '../system/kernel/ports.ts';
import { judge } from '../system/kernel/rule.ts';
import { before, closeHub, openHub, press } from './admin-hub-stage.ts';
import { idpKey } from './saml-kit.ts';
import { issuer, jsonAnswer } from './sso-idp.ts';
import { openSsoStage, type SsoStage } from './sso-stage.ts';

let stage: SsoStage;
beforeEach(async () => {
  stage = await openSsoStage();
});
afterEach(() => {
  stage.close();
  closeHub();
});

const saml = {
  protocol: 'saml',
  entityId: 'https://idp.acme.test/realms/acme',
  ssoUrl: 'https://idp.acme.test/realms/acme/protocol/saml',
  certificates: idpKey.certificatePem,
};

test('SAML settings are drafted, shown again and told apart from what is in force', async () => {
  const hub = await openHub();
  expect((await press(hub, '/idp-settings', { ...saml, forceAuthn: 'yes', demandedAuthnContext: ' a  b ' })).status).toBe(303);
  expect(hub.draft()).toMatchObject({
    protocol: 'saml',
    entityId: saml.entityId,
    demandedAuthnContext: ['a', 'b'],
    profile: { forceAuthn: true, idpInitiated: false, requestBinding: 'redirect' },
  });
  expect(hub.settings()).toEqual(before);
  expect((await hub.call('/idp-settings', await hub.holder())).body).toContain(`value="${saml.entityId}"`);
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['no entity ID', { entityId: '' }, 'entity-id-missing'],
  ['no certificate', { certificates: '' }, 'certificates-unusable'],
  ['a certificate that is none', { certificates: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' }, 'certificates-unusable'],
  ['a sign-in address elsewhere', { ssoUrl: 'https://evil.test/saml' }, 'host-not-allowed'],
  ['a sign-out address elsewhere', { sloUrl: 'https://evil.test/saml' }, 'endpoint-not-allowed'],
  ['metadata elsewhere', { metadataUrl: 'https://evil.test/saml' }, 'endpoint-not-allowed'],
])('SAML settings with %s are refused', async (_name, change, reason) => {
  const hub = await openHub();
  await press(hub, '/idp-settings', { ...saml, ...change });
  expect([hub.code(), hub.draft()]).toEqual([`admin-hub.idp-settings.${reason}`, undefined]);
});

test('each outcome of an import that is not good has its own code', () => {
  const honest: ImportFacts = { outcome: 'good' };
  expect(judge(importRules, honest)).toEqual({ allowed: true });
  for (const outcome of ['address-not-allowed', 'unreachable', 'not-readable', 'names-another-place'] as const)
    expect(judge(importRules, { ...honest, outcome })).toMatchObject({ code: `admin-hub.import.${outcome}` });
});

test('an imported description becomes a draft like any other', async () => {
  const hub = await openHub();
  hub.reads({ outcome: 'good', description: { protocol: 'oidc', issuer: before.issuer } });
  await press(hub, '/idp-settings/import', { address: `${before.issuer}/.well-known/openid-configuration` });
  expect([hub.code(), hub.draft()]).toEqual(['allowed', before]);
  hub.reads({ outcome: 'good', description: { protocol: 'oidc', issuer: 'https://idp.acme.test/realms/other' } });
  await press(hub, '/idp-settings/import', { address: 'https://idp.acme.test/x' });
  expect(hub.code()).toBe('admin-hub.idp-settings.client-id-missing');
  hub.reads({ outcome: 'names-another-place' });
  await press(hub, '/idp-settings/import', { address: 'https://idp.acme.test/x' });
  expect(hub.code()).toBe('admin-hub.import.names-another-place');
});

const discovery = (change: Readonly<Record<string, string>> = {}) =>
  JSON.stringify({
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    ...change,
  });
const metadata = (location = `${issuer}/saml`) =>
  `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${issuer}"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${idpKey.certificatePem.replace(/-----[A-Z ]+-----|\s+/g, '')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${location}"/></md:IDPSSODescriptor></md:EntityDescriptor>`;

test('a discovery document and SAML metadata are read, from text or from a listed address', async () => {
  expect(await stage.read({ text: discovery() })).toEqual({ outcome: 'good', description: { protocol: 'oidc', issuer } });
  expect(await stage.read({ text: metadata() })).toMatchObject({
    outcome: 'good',
    description: { protocol: 'saml', entityId: issuer, ssoUrl: `${issuer}/saml`, requestBinding: 'redirect', sloUrl: undefined },
  });
  expect(await stage.read({ address: `${issuer}/.well-known/openid-configuration` })).toMatchObject({ outcome: 'good' });
});

test('a document that names another place is not taken, whichever place that is', async () => {
  for (const name of ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'end_session_endpoint', 'issuer'])
    expect(await stage.read({ text: discovery({ [name]: 'https://evil.test/x' }) })).toEqual({ outcome: 'names-another-place' });
  expect(await stage.read({ text: metadata('https://evil.test/saml') })).toEqual({ outcome: 'names-another-place' });
});

test('what is neither, what is not listed and what does not answer is told apart', async () => {
  for (const text of ['', '{}', '[]', '<a/>', '<!DOCTYPE x><a/>', discovery().replace('{', '{"issuer":"https://evil.test",')])
    expect(await stage.read({ text })).toEqual({ outcome: 'not-readable' });
  for (const address of ['https://evil.test/x', 'http://idp.acme.test/x', 'not an address', 'https://127.0.0.1/'])
    expect(await stage.read({ address })).toEqual({ outcome: 'address-not-allowed' });
  stage.idp.deviate({ answer: () => jsonAnswer({}, 302) });
  expect(await stage.read({ address: `${issuer}/x` })).toEqual({ outcome: 'unreachable' });
  stage.idp.deviate({
    answer: () => {
      throw new OutboundFailure('no-answer');
    },
  });
  expect(await stage.read({ address: `${issuer}/x` })).toEqual({ outcome: 'unreachable' });
});

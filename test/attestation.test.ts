/** The software authenticator and the attestation fakes: a well-kept verifier accepts the honest ones, and would accept two that our own rules refuse. */
import { X509Certificate } from 'node:crypto';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { decodeAttestationObject } from '@simplewebauthn/server/helpers';
import { expect, test } from 'vitest';
import {
  attestationAuthority,
  chromiumAaguid,
  chromiumModel,
  p256Key,
  resignAttestation,
  testModelAaguid,
} from '../fakes/attestation/index.ts';
import { honestFlags, type RegistrationJson, registrationResponse, softwareAuthenticator } from '../fakes/authenticator/index.ts';
import { attestationDeviations } from '../fakes/deviations/attestations.ts';
import { followChain, trustedRoots } from '../system/isolated/break-glass/webauthn/attestation-chain.ts';
import { systemRandom } from './manual-ports.ts';

const rpId = 'admin.acme.isolated.test';
const origin = `https://${rpId}`;
const challenge = 'b25lIGNoYWxsZW5nZQ';
const nowMs = Date.now();
const creation = { challenge, rp: { id: rpId }, user: { id: 'dXNlcg' }, pubKeyCredParams: [{ alg: -7 }] };

async function made() {
  const makers = await attestationAuthority({ random: systemRandom, nowMs });
  const model = await makers.model(testModelAaguid);
  const authenticator = softwareAuthenticator({ model, random: systemRandom });
  return { makers, model, authenticator, registration: authenticator.create(creation, { origin }) };
}
const verified = (response: RegistrationJson) =>
  verifyRegistrationResponse({ response, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpId });
const certificatesOf = ({ response }: RegistrationJson) =>
  decodeAttestationObject(new Uint8Array(Buffer.from(response.attestationObject, 'base64url')))
    .get('attStmt')
    .get('x5c') ?? [];

test('a registration and its assertions are accepted, and the counter advances', async () => {
  const { authenticator, registration } = await made();
  const { registrationInfo } = await verified(registration);
  if (!registrationInfo) throw new TypeError('refused');
  expect(registrationInfo).toMatchObject({
    fmt: 'packed',
    aaguid: testModelAaguid,
    userVerified: true,
    credentialDeviceType: 'singleDevice',
  });
  for (const expected of [2, 3]) {
    const response = authenticator.get({ challenge, rpId }, { origin });
    const answer = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      credential: registrationInfo.credential,
    });
    expect(answer).toMatchObject({ verified: true, authenticationInfo: { newCounter: expected } });
  }
});

test('an exported authenticator goes on where it was', async () => {
  const { authenticator, model, registration } = await made();
  const moved = softwareAuthenticator({ model, random: systemRandom });
  moved.import(JSON.parse(JSON.stringify(authenticator.export())));
  expect(moved.get({ challenge, rpId }, { origin })).toMatchObject({ id: registration.id, response: { userHandle: 'dXNlcg' } });
});

test('speaks for its own host only', async () => {
  const { authenticator } = await made();
  expect(() => authenticator.get({ challenge, rpId }, { origin: 'https://desk.provider.test' })).toThrow('SecurityError');
  expect(() => authenticator.create(creation, { origin: 'http://admin.acme.isolated.test' })).toThrow('SecurityError');
  expect(() => authenticator.get({ challenge, rpId: 'isolated.test' }, { origin })).toThrow('no credential');
});

test('the re-signing shim keeps the credential and gives it the model', async () => {
  const { model } = await made();
  const credential = { id: 'Y3JlZGVudGlhbA', key: p256Key(systemRandom), userHandle: 'dXNlcg' };
  const raw = registrationResponse(credential, chromiumAaguid, {
    challenge,
    origin,
    rpId,
    flags: honestFlags,
    signCount: 1,
    crossOrigin: false,
  });
  const resigned = resignAttestation(model, raw);
  const [before, after] = [await verified(raw), await verified(resigned)];
  expect(after.registrationInfo).toMatchObject({ fmt: 'packed', aaguid: testModelAaguid });
  expect(after.registrationInfo?.credential).toEqual({ ...before.registrationInfo?.credential });
});

test('the library alone accepts format none and self attestation, which is why our own rules come first', async () => {
  const { authenticator, makers, model, registration } = await made();
  const credentialKey = async () => authenticator.keyOf(registration.id);
  const kit = { model, makers: { listed: makers, other: async () => makers }, credentialKey, chromium: undefined, nowMs };
  for (const name of ['without-attestation', 'that-attests-itself'] as const)
    expect((await verified(await attestationDeviations[name].make(registration, kit))).verified).toBe(true);
});

test('a chain ends in an accepted root or in none', async () => {
  const { makers, registration } = await made();
  const other = await attestationAuthority({ random: systemRandom, nowMs });
  const chain = certificatesOf(registration);
  const under = (pem: string) => trustedRoots([{ aaguid: testModelAaguid, rootsPem: [pem] }]);
  expect(followChain(chain, under(makers.rootPem), nowMs)).toEqual({ chain: 'trusted', models: new Set([testModelAaguid]) });
  expect(followChain(chain, under(other.rootPem), nowMs).chain).toBe('not-trusted');
  expect(followChain([], under(makers.rootPem), nowMs).chain).toBe('not-trusted');
  expect(followChain(chain, under(makers.rootPem), nowMs + 4_000 * 86_400_000).chain).toBe('out-of-date');
  const [leaf = new Uint8Array()] = chain;
  const stranger = certificatesOf(resignAttestation(await other.model(testModelAaguid), registration));
  expect(followChain([...stranger, leaf], under(makers.rootPem), nowMs).chain).toBe('not-trusted');
  const asRoot = trustedRoots([{ aaguid: testModelAaguid, rootsPem: [new X509Certificate(leaf).toString()] }]);
  expect(followChain(chain, asRoot, nowMs).chain).toBe('not-trusted');
});

test('a certificate that vouches for itself has no root', async () => {
  const { registration, makers } = await made();
  const own = certificatesOf(resignAttestation(await chromiumModel({ random: systemRandom, nowMs }), registration));
  expect(followChain(own, trustedRoots([{ aaguid: testModelAaguid, rootsPem: [makers.rootPem] }]), nowMs).chain).toBe('not-trusted');
});

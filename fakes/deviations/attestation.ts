/** Attestations that depart from an honest one in exactly one thing; each takes a registration and returns the deviating one. */
import type { KeyObject } from 'node:crypto';
import { testModelAaguid } from '../attestation/aaguid.ts';
import {
  attestedBy,
  authenticatorDataOf,
  packedStatement,
  type Registration,
  resignAttestation,
  signedBytes,
  withAttestation,
  withFlags,
  withModel,
} from '../attestation/attestation-object.ts';
import type { AttestationAuthority, AuthenticatorModel } from '../attestation/authority.ts';

/** Nobody attests: WebAuthn L3 §8.7. The AAGUID still claims the listed model. */
export const attestationOfFormatNone = <Given extends Registration>(registration: Given, aaguid: string = testModelAaguid): Given =>
  withAttestation(registration, { fmt: 'none', attStmt: {}, authData: withModel(authenticatorDataOf(registration), aaguid) });

/** The credential key attests itself and claims a listed model: WebAuthn L3 §8.2, self attestation. */
export function selfAttestation<Given extends Registration>(
  registration: Given,
  credentialKey: KeyObject,
  aaguid: string = testModelAaguid,
): Given {
  const authData = withModel(authenticatorDataOf(registration), aaguid);
  return withAttestation(registration, {
    fmt: 'packed',
    attStmt: packedStatement(credentialKey, signedBytes(registration, authData)),
    authData,
  });
}

/** The listed model, by a manufacturer that nobody accepts. */
export const attestationOfAnotherRoot = async <Given extends Registration>(
  registration: Given,
  otherRoot: AttestationAuthority,
  aaguid: string = testModelAaguid,
): Promise<Given> => resignAttestation(await otherRoot.model(aaguid), registration);

/** A model of the accepted manufacturer that is not on the list. */
export const attestationOfUnlistedModel = async <Given extends Registration>(
  registration: Given,
  root: AttestationAuthority,
): Promise<Given> => resignAttestation(await root.model('5d1f0c2e-93b7-4a86-8e40-b1d9f2a6c773'), registration);

/** The model's certificate ended a year before `nowMs`. */
export const attestationWithExpiredCertificate = async <Given extends Registration>(
  registration: Given,
  root: AttestationAuthority,
  nowMs: number,
): Promise<Given> => {
  const yearMs = 365 * 86_400_000;
  const validity = { notBefore: new Date(nowMs - 2 * yearMs), notAfter: new Date(nowMs - yearMs) };
  return resignAttestation(await root.model(testModelAaguid, { validity }), registration);
};

/** The certificate is for one model, the authenticator data name another. */
export const attestationForAnotherModel = async <Given extends Registration>(
  registration: Given,
  root: AttestationAuthority,
): Promise<Given> =>
  resignAttestation(await root.model(testModelAaguid, { certifiedAaguid: '11111111-2222-4333-8444-555555555555' }), registration);

const backupEligibleFlag = 0b0000_1000;

/** A key that may be copied to another device: WebAuthn L3 §6.1.3. */
export const attestationOfBackupEligibleKey = <Given extends Registration>(registration: Given, model: AuthenticatorModel): Given =>
  attestedBy(registration, model, withFlags(withModel(authenticatorDataOf(registration), model.aaguid), backupEligibleFlag));

/** The honest statement with one bit of its signature turned. */
export function attestationWithBrokenSignature<Given extends Registration>(registration: Given, model: AuthenticatorModel): Given {
  const authData = withModel(authenticatorDataOf(registration), model.aaguid);
  const wrong = Uint8Array.from(signedBytes(registration, authData));
  wrong[wrong.length - 1] = (wrong.at(-1) ?? 0) ^ 1;
  return withAttestation(registration, { fmt: 'packed', attStmt: packedStatement(model.key.privateKey, wrong, model.chain), authData });
}

/** What Chromium's own virtual authenticator attests, passed on as it is. */
export const attestationOfChromium = <Given extends Registration>(registration: Given): Given => registration;

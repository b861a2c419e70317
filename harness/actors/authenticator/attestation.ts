/** Gives a registration the attestation that an act asks for: of the listed hardware, or one that is none. WebAuthn L3 §6.5.4. */
import type { KeyObject } from 'node:crypto';
import type { AttestationMode } from '../agent.ts';
import {
  type AuthenticatorModel,
  attestationForAnotherModel,
  attestationOfAnotherRoot,
  attestationOfBackupEligibleKey,
  attestationOfChromium,
  attestationOfFormatNone,
  attestationOfUnlistedModel,
  attestationWithBrokenSignature,
  attestationWithExpiredCertificate,
  type Hardware,
  type Registration,
  resignAttestation,
  selfAttestation,
} from './make.ts';

export type Attestation = {
  readonly mode: AttestationMode;
  /** The listed hardware. */
  readonly model: Hardware;
  /** The new credential's own private key. */
  readonly credentialKey: () => Promise<KeyObject>;
  /** What Chromium's virtual authenticators attest with, where it was not Chromium that made the registration. */
  readonly chromium?: AuthenticatorModel;
};

/** The same registration with another statement; the credential itself is untouched. */
export async function attest<Given extends Registration>(registration: Given, attestation: Attestation): Promise<Given> {
  switch (attestation.mode) {
    case 'hardware':
      return resignAttestation(attestation.model, registration);
    case 'none':
      return attestationOfFormatNone(registration);
    case 'self':
      return selfAttestation(registration, await attestation.credentialKey());
    case 'chromium-own':
      return attestation.chromium ? resignAttestation(attestation.chromium, registration) : attestationOfChromium(registration);
    case 'other-maker':
      return attestationOfAnotherRoot(registration, await makersOf(attestation).other());
    case 'unlisted-model':
      return attestationOfUnlistedModel(registration, makersOf(attestation).listed);
    case 'certificate-of-another-model':
      return attestationForAnotherModel(registration, makersOf(attestation).listed);
    case 'certificate-expired':
      return attestationWithExpiredCertificate(registration, makersOf(attestation).listed, Date.now());
    case 'may-be-copied':
      return attestationOfBackupEligibleKey(registration, attestation.model);
    case 'forged':
      return attestationWithBrokenSignature(registration, attestation.model);
  }
}

function makersOf({ mode, model }: Attestation): NonNullable<Hardware['makers']> {
  if (!model.makers) throw new TypeError(`nobody here makes hardware with the attestation ${mode}`);
  return model.makers;
}

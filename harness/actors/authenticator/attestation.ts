/** Gives a registration the attestation that an act asks for: of the listed hardware, or departing from that in the named thing. WebAuthn L3 §6.5.4. */
import type { KeyObject } from 'node:crypto';
import type { AttestationMode } from '../agent.ts';
import {
  type AttestationDeviation,
  type AuthenticatorModel,
  attestationDeviations,
  type Hardware,
  type Registration,
  resignAttestation,
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
export async function attest<Given extends Registration>(
  registration: Given,
  { mode, model, credentialKey, chromium }: Attestation,
): Promise<Given> {
  if (mode === 'honest') return resignAttestation(model, registration);
  const deviation: AttestationDeviation = attestationDeviations[mode];
  return deviation.make(registration, { model, makers: model.makers, credentialKey, chromium, nowMs: Date.now() });
}

/** What the harness takes from the fakes of authenticators: the one place from which an actor's key gets its make. */
export {
  type AuthenticatorModel,
  chromiumModel,
  p256KeyFromJwk,
  type Registration,
  resignAttestation,
} from '../../../fakes/attestation/index.ts';
export { type SoftwareAuthenticator, type StoredCredential, softwareAuthenticator } from '../../../fakes/authenticator/index.ts';
export { attestationOfChromium, attestationOfFormatNone, selfAttestation } from '../../../fakes/deviations/attestation.ts';

/** Where keys and ids come from: the world's seeded randomness. */
export type Bytes = { bytes(count: number): Uint8Array<ArrayBuffer> };

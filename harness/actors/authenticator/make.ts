/** What the harness takes from the fakes of authenticators: the one place from which an actor's key gets its make. */
export {
  type AssertionDeviationName,
  type AttestationDeviation,
  type AttestationDeviationName,
  type AuthenticatorModel,
  assertionDeviations,
  attestationDeviations,
  chromiumModel,
  type Hardware,
  p256KeyFromJwk,
  type Registration,
  resignAttestation,
  type SoftwareAuthenticator,
  type StoredCredential,
  softwareAuthenticator,
} from '../../../fakes/index.ts';

/** Where keys and ids come from: the world's seeded randomness. */
export type Bytes = { bytes(count: number): Uint8Array<ArrayBuffer> };

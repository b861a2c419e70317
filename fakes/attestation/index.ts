/** The door of the attestation fake: a test root, its models, and the re-signing shim. */
export { aaguidBytes, chromiumAaguid, testModelAaguid } from './aaguid.ts';
export { attestedBy, authenticatorDataOf, type Registration, resignAttestation } from './attestation-object.ts';
export { type AttestationAuthority, type AuthenticatorModel, attestationAuthority, chromiumModel, type Hardware } from './authority.ts';
export type { Validity } from './certificates.ts';
export { type P256Jwk, type P256Key, p256Key, p256KeyFromJwk } from './p256-key.ts';

/** The door of the fakes: honest stand-ins for what lies outside the system. */
export {
  type AttestationAuthority,
  type AuthenticatorModel,
  attestationAuthority,
  chromiumModel,
  type Hardware,
  p256KeyFromJwk,
  type Registration,
  resignAttestation,
  testModelAaguid,
} from './attestation/index.ts';
export { type SoftwareAuthenticator, type StoredCredential, softwareAuthenticator } from './authenticator/index.ts';
export { type AssertionDeviationName, assertionDeviations } from './deviations/assertions.ts';
export { type AttestationDeviation, type AttestationDeviationName, attestationDeviations } from './deviations/attestations.ts';
export type { EmbeddedIdpConfiguration, RealmConfiguration } from './embedded-idp/configuration.ts';
export type { ControlAnswer, ControlOperations, ControlRequest, ControlVerb, RealmState } from './embedded-idp/control.ts';
export { embeddedIdpEntry, embeddedIdpVersion } from './embedded-idp/entry.ts';
export { oneTimeCode } from './embedded-idp/one-time-code.ts';
export type { ClaimRule, RealmSettings } from './embedded-idp/settings.ts';
export { type HrFeed, startHrFeed } from './hr-feed/index.ts';
export { type HeardRequest, type Launchpad, startLaunchpad } from './launchpad/index.ts';
export { type Mailbox, startMailbox } from './mailbox/index.ts';
export { type NameServer, startNameServer } from './name-server/index.ts';

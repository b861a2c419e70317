/** The door of the fakes: honest stand-ins for what lies outside the system. */
export { attestationAuthority, testModelAaguid, type AttestationAuthority, type AuthenticatorModel } from './attestation/index.ts';
export { startMailbox, type Mailbox } from './mailbox/index.ts';

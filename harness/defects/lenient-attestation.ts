/** A verifier of a key's registration that does not ask for its proof. WebAuthn L3 §7.1. */
import { decodeAttestationObject, parseAuthenticatorData } from '@simplewebauthn/server/helpers';
import type { SystemDefect } from './defect.ts';
import { type VerifyAttestation, withBreakGlass } from './parts.ts';

/** Reads the credential from what was sent. Undefined when there is none in it. */
const asSent: VerifyAttestation = async ({ json }) => {
  const object = decodeAttestationObject(new Uint8Array(Buffer.from(json.response.attestationObject, 'base64url')));
  const { credentialPublicKey, counter } = parseAuthenticatorData(object.get('authData'));
  if (!credentialPublicKey) return undefined;
  return { id: json.id, publicKey: Buffer.from(credentialPublicKey).toString('base64url'), signCount: counter };
};

export const attestationAsSent: SystemDefect = {
  name: 'lenient:break-glass.registration.attestation-library-refused',
  kind: 'lenient',
  breaks: 'A new key is believed without its attestation being verified.',
  plant: (policy) => withBreakGlass(policy, { verifyAttestation: asSent }),
};

/** Reads a registration into facts of our own, and asks the library for its proof. The library alone would accept format none and self attestation, whatever roots it has. WebAuthn L3 §7.1, §8.2. */

import { createHash, X509Certificate } from 'node:crypto';
import { type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server';
import {
  convertAAGUIDToString,
  decodeAttestationObject,
  decodeClientDataJSON,
  getCertificateInfo,
  parseAuthenticatorData,
} from '@simplewebauthn/server/helpers';
import { z } from 'zod';
import { type CeremonyFacts, ceremonyFacts } from './ceremony-facts.ts';

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const registrationJson = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: base64url, attestationObject: base64url }),
});

export type Attestation = CeremonyFacts & {
  readonly json: RegistrationResponseJSON;
  readonly format: string;
  /** DER, the model's own certificate first; empty for none and self attestation. */
  readonly certificates: readonly Uint8Array[];
  readonly aaguid: string;
  /** Which model the certificate is for; undefined when it does not say. */
  readonly certifiedAaguid: string | undefined;
  /** SHA-256 of the certificate's public key (DER), hex. */
  readonly publicKeyDigest: string | undefined;
};

const modelExtensionId = '1.3.6.1.4.1.45724.1.1.4';

/** The extension holds the AAGUID as an OCTET STRING of 16 bytes (04 10 …). WebAuthn L3 §8.2.2. */
function certifiedModel(leaf: Uint8Array<ArrayBuffer>): string | undefined {
  const extensions = getCertificateInfo(leaf).parsedCertificate.tbsCertificate.extensions ?? [];
  const value = new Uint8Array(extensions.find(({ extnID }) => extnID === modelExtensionId)?.extnValue.buffer ?? new ArrayBuffer(0));
  return value.length === 18 && value[0] === 0x04 && value[1] === 0x10 ? convertAAGUIDToString(value.slice(2)) : undefined;
}

const publicKeyDigest = (leaf: Uint8Array): string =>
  createHash('sha256')
    .update(new X509Certificate(leaf).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');

/** Undefined when the text is not a registration in JSON form. WebAuthn L3 §5.8.1. */
export function readAttestation(text: string): Attestation | undefined {
  try {
    const { id, rawId, type, response } = registrationJson.parse(JSON.parse(text));
    const client = decodeClientDataJSON(response.clientDataJSON);
    const object = decodeAttestationObject(new Uint8Array(Buffer.from(response.attestationObject, 'base64url')));
    const authenticator = parseAuthenticatorData(object.get('authData'));
    const { aaguid } = authenticator;
    const certificates = object.get('attStmt').get('x5c') ?? [];
    const [leaf] = certificates;
    return {
      json: { id, rawId, type, clientExtensionResults: {}, response },
      format: object.get('fmt'),
      certificates,
      aaguid: aaguid ? convertAAGUIDToString(aaguid) : '',
      certifiedAaguid: leaf && certifiedModel(leaf),
      publicKeyDigest: leaf && publicKeyDigest(leaf),
      ...ceremonyFacts(client, authenticator),
    };
  } catch {
    return undefined;
  }
}

export type AttestationClaim = {
  readonly json: RegistrationResponseJSON;
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
};
/** The credential as the authenticator made it; undefined when the proof does not hold. `publicKey` is a COSE key, base64url. */
export type ProvenCredential = { readonly id: string; readonly publicKey: string; readonly signCount: number };
export type VerifyAttestation = (claim: AttestationClaim) => Promise<ProvenCredential | undefined>;

/** COSE algorithms that a registration may use: EdDSA, ES256, RS256. RFC 9053 §2. */
export const allowedAlgorithms = [-8, -7, -257] as const;

/** The library's verdict; every complaint of its is `break-glass.registration.attestation-library-refused`. */
export const verifyAttestation: VerifyAttestation = async ({ json, challenge, origin, rpId }) => {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: json,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...allowedAlgorithms],
    });
    if (!verified) return undefined;
    const { id, publicKey, counter } = registrationInfo.credential;
    return { id, publicKey: Buffer.from(publicKey).toString('base64url'), signCount: counter };
  } catch {
    return undefined;
  }
};

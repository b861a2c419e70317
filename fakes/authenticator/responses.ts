/** What an authenticator and its client hand to a page, as JSON: registration and assertion responses with every part under control. WebAuthn L3 §5.8.1, §6.1, §6.5.1. */
import { createHash, sign } from 'node:crypto';
import { encode } from 'cbor2';
import { aaguidBytes, type P256Key } from '../attestation/index.ts';

/** User present, user verified, backup eligible, backed up. WebAuthn L3 §6.1. */
export type AuthenticatorFlags = { readonly up: boolean; readonly uv: boolean; readonly be: boolean; readonly bs: boolean };
export const honestFlags: AuthenticatorFlags = { up: true, uv: true, be: false, bs: false };

export type Ceremony = {
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
  readonly flags: AuthenticatorFlags;
  readonly signCount: number;
  readonly crossOrigin: boolean;
};

export type CredentialIdentity = { readonly id: string; readonly key: P256Key; readonly userHandle: string };

export type RegistrationJson = {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly authenticatorAttachment: 'cross-platform';
  readonly clientExtensionResults: Record<string, never>;
  readonly response: { readonly clientDataJSON: string; readonly attestationObject: string; readonly transports: string[] };
};
export type AssertionJson = Omit<RegistrationJson, 'response'> & {
  readonly response: {
    readonly clientDataJSON: string;
    readonly authenticatorData: string;
    readonly signature: string;
    readonly userHandle: string;
  };
};

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();
const attestedDataFlag = 0x40;

const clientData = (type: 'webauthn.create' | 'webauthn.get', { challenge, origin, crossOrigin }: Ceremony): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin }));

function authenticatorData({ rpId, flags, signCount }: Ceremony, attested?: Uint8Array): Buffer {
  const bits = (flags.up ? 1 : 0) | (flags.uv ? 4 : 0) | (flags.be ? 8 : 0) | (flags.bs ? 16 : 0) | (attested ? attestedDataFlag : 0);
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(signCount);
  return Buffer.concat([sha256(rpId), Buffer.from([bits]), counter, attested ?? Buffer.alloc(0)]);
}

/** A COSE key of kind EC2, ES256, P-256. RFC 9053 §7.1.1. */
function coseKey({ jwk }: P256Key): Uint8Array {
  const coordinate = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));
  const entries: [number, number | Uint8Array][] = [
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, coordinate(jwk.x)],
    [-3, coordinate(jwk.y)],
  ];
  return encode(new Map(entries));
}

function attestedCredential(aaguid: string, { id, key }: CredentialIdentity): Uint8Array {
  const credentialId = Buffer.from(id, 'base64url');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(credentialId.length);
  return Buffer.concat([aaguidBytes(aaguid), length, credentialId, coseKey(key)]);
}

const common = (id: string) =>
  ({ id, rawId: id, type: 'public-key', authenticatorAttachment: 'cross-platform', clientExtensionResults: {} }) as const;

/** An unattested registration (format none); `resignAttestation` or a deviation gives it its statement. */
export function registrationResponse(credential: CredentialIdentity, aaguid: string, ceremony: Ceremony): RegistrationJson {
  const authData = new Uint8Array(authenticatorData(ceremony, attestedCredential(aaguid, credential)));
  const response = {
    clientDataJSON: textOf(clientData('webauthn.create', ceremony)),
    attestationObject: textOf(encode({ fmt: 'none', attStmt: {}, authData })),
    transports: ['usb'],
  };
  return { ...common(credential.id), response };
}

/** An assertion, signed with the credential's key over exactly what `ceremony` says. */
export function assertionResponse(credential: CredentialIdentity, ceremony: Ceremony): AssertionJson {
  const client = clientData('webauthn.get', ceremony);
  const data = authenticatorData(ceremony);
  const signature = sign('sha256', Buffer.concat([data, sha256(client)]), credential.key.privateKey);
  const response = {
    clientDataJSON: textOf(client),
    authenticatorData: textOf(data),
    signature: textOf(signature),
    userHandle: credential.userHandle,
  };
  return { ...common(credential.id), response };
}

/** The attestation object of a registration: read, changed and written again. WebAuthn L3 §6.5.4, §8.2. */
import { createHash, type KeyObject, sign } from 'node:crypto';
import { decode, encode } from 'cbor2';
import { aaguidBytes } from './aaguid.ts';
import type { AuthenticatorModel } from './authority.ts';

/** The part of a RegistrationResponseJSON that attestation is about; what else is in it stays as it is. */
export type Registration = { readonly response: { readonly clientDataJSON: string; readonly attestationObject: string } };

type AttestationObject = { readonly fmt: string; readonly attStmt: object; readonly authData: Uint8Array };

const es256 = -7;
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** AuthenticatorData: 32 bytes RP ID hash, flags, 4 bytes counter, then the AAGUID. WebAuthn L3 §6.1. */
const flagsAt = 32;
const aaguidAt = 37;

export const authenticatorDataOf = (registration: Registration): Uint8Array =>
  (decode(bytesOf(registration.response.attestationObject)) as AttestationObject).authData;

export function withModel(authData: Uint8Array, aaguid: string): Uint8Array {
  const changed = Uint8Array.from(authData);
  changed.set(aaguidBytes(aaguid), aaguidAt);
  return changed;
}

export function withFlags(authData: Uint8Array, flags: number): Uint8Array {
  const changed = Uint8Array.from(authData);
  changed[flagsAt] = (changed[flagsAt] ?? 0) | flags;
  return changed;
}

/** `authData` is copied to the readable member too, which a browser sends beside the attestation object. */
export function withAttestation<Given extends Registration>(registration: Given, object: AttestationObject): Given {
  const attestationObject = textOf(encode({ fmt: object.fmt, attStmt: object.attStmt, authData: object.authData }));
  const copy = 'authenticatorData' in registration.response ? { authenticatorData: textOf(object.authData) } : {};
  return { ...registration, response: { ...registration.response, attestationObject, ...copy } };
}

/** What an attestation signature is over. WebAuthn L3 §8.2. */
export const signedBytes = (registration: Registration, authData: Uint8Array): Uint8Array =>
  Buffer.concat([authData, createHash('sha256').update(bytesOf(registration.response.clientDataJSON)).digest()]);

export const packedStatement = (key: KeyObject, signed: Uint8Array, chain?: readonly Uint8Array[]): object => ({
  alg: es256,
  sig: new Uint8Array(sign('sha256', signed, key)),
  ...(chain === undefined ? {} : { x5c: [...chain] }),
});

/** The same registration, attested by `model` over the authenticator data as given: the credential key is untouched. */
export function attestedBy<Given extends Registration>(registration: Given, model: AuthenticatorModel, authData: Uint8Array): Given {
  const attStmt = packedStatement(model.key.privateKey, signedBytes(registration, authData), model.chain);
  return withAttestation(registration, { fmt: 'packed', attStmt, authData });
}

/** The re-signing shim: a registration that a browser's virtual authenticator made, as hardware of `model` would have made it. */
export const resignAttestation = <Given extends Registration>(model: AuthenticatorModel, registration: Given): Given =>
  attestedBy(registration, model, withModel(authenticatorDataOf(registration), model.aaguid));

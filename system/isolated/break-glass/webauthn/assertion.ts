/** Reads a WebAuthn assertion into facts of our own, and asks the library for its proof. WebAuthn L3 §7.2. */

import { createHash } from 'node:crypto';
import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server';
import { decodeClientDataJSON, parseAuthenticatorData } from '@simplewebauthn/server/helpers';
import { z } from 'zod';
import { type CeremonyFacts, ceremonyFacts } from './ceremony-facts.ts';

const base64url = z.string().regex(/^[A-Za-z0-9_-]*$/);
const assertionJson = z.object({
  id: base64url.min(1),
  rawId: base64url.min(1),
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url.min(1),
    authenticatorData: base64url.min(1),
    signature: base64url.min(1),
    userHandle: base64url.nullish(),
  }),
});

export type Assertion = CeremonyFacts & {
  readonly json: AuthenticationResponseJSON;
  readonly credentialId: string;
  readonly userHandle: string;
  readonly signCount: number;
};

/** How an RP ID appears in authenticator data. WebAuthn L3 §6.1. */
export const rpIdHashOf = (rpId: string): string => createHash('sha256').update(rpId).digest('base64url');

/** Undefined when the text is not an assertion in JSON form. WebAuthn L3 §5.8.1. */
export function readAssertion(text: string): Assertion | undefined {
  try {
    const { id, rawId, type, response } = assertionJson.parse(JSON.parse(text));
    const client = decodeClientDataJSON(response.clientDataJSON);
    const authenticator = parseAuthenticatorData(new Uint8Array(Buffer.from(response.authenticatorData, 'base64url')));
    const { userHandle, ...rest } = response;
    return {
      json: { id, rawId, type, clientExtensionResults: {}, response: { ...rest, ...(userHandle ? { userHandle } : {}) } },
      credentialId: id,
      userHandle: userHandle ?? '',
      ...ceremonyFacts(client, authenticator),
      signCount: authenticator.counter,
    };
  } catch {
    return undefined;
  }
}

export type AssertionClaim = {
  readonly json: AuthenticationResponseJSON;
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
  /** COSE key, base64url. */
  readonly publicKey: string;
};
/** True when the assertion proves possession of the key for exactly this ceremony. */
export type VerifyAssertion = (claim: AssertionClaim) => Promise<boolean>;

/** The library's verdict; every complaint of its is `break-glass.login.library-refused`. The counter is judged by our own table. */
export const verifyAssertion: VerifyAssertion = async ({ json, challenge, origin, rpId, publicKey }) => {
  const credential = { id: json.id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter: 0 };
  try {
    const { verified } = await verifyAuthenticationResponse({
      response: json,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      credential,
    });
    return verified;
  } catch {
    return false;
  }
};

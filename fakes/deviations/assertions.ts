/** WebAuthn assertions that depart from an honest one in exactly one thing; each takes an assertion and returns the deviating one. */
import { createHash, type KeyObject, sign } from 'node:crypto';

/** The parts of an AuthenticationResponseJSON that a signature is about. WebAuthn L3 §5.8.1. */
export type Assertion = {
  readonly response: { readonly clientDataJSON: string; readonly authenticatorData: string; readonly signature: string };
};

/** Made on a page of another origin, and signed there: what a look-alike page below the host's name can have. WebAuthn L3 §7.2. */
export function assertionOfAnotherOrigin<Given extends Assertion>(assertion: Given, credentialKey: KeyObject, origin: string): Given {
  const { clientDataJSON, authenticatorData } = assertion.response;
  const clientData: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
  const changed = Buffer.from(JSON.stringify({ ...(clientData as object), origin }));
  const signed = Buffer.concat([Buffer.from(authenticatorData, 'base64url'), createHash('sha256').update(changed).digest()]);
  const signature = sign('sha256', signed, credentialKey).toString('base64url');
  return { ...assertion, response: { ...assertion.response, clientDataJSON: changed.toString('base64url'), signature } };
}

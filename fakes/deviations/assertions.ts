/** All departures of a WebAuthn assertion from an honest one, each in exactly one thing, signed by the right key. WebAuthn L3 §7.2. */
import { createHash, type KeyObject, sign } from 'node:crypto';
import type { Deviation } from './deviation.ts';

/** The parts of an AuthenticationResponseJSON that a signature is about. WebAuthn L3 §5.8.1. */
export type SignedAssertion = {
  readonly response: { readonly clientDataJSON: string; readonly authenticatorData: string; readonly signature: string };
};
/** The credential's own private key. */
export type AssertionKit = { readonly credentialKey: KeyObject };
export type MakeAssertion = <Given extends SignedAssertion>(assertion: Given, kit: AssertionKit) => Given;
export type AssertionDeviation = Deviation<MakeAssertion>;

export const assertionDeviations = {
  'from-a-look-alike-page': {
    breaks: 'WebAuthn L3 §7.2',
    refusedWith: 'break-glass.login.origin-other',
    title: 'it was made on a page whose name only ends in that of the right one, and signed there',
    make(assertion, { credentialKey }) {
      const { clientDataJSON, authenticatorData } = assertion.response;
      const clientData = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as { readonly origin: string };
      const origin = clientData.origin.replace('://', '://look-alike.');
      const changed = Buffer.from(JSON.stringify({ ...clientData, origin }));
      const signed = Buffer.concat([Buffer.from(authenticatorData, 'base64url'), createHash('sha256').update(changed).digest()]);
      const signature = sign('sha256', signed, credentialKey).toString('base64url');
      return { ...assertion, response: { ...assertion.response, clientDataJSON: changed.toString('base64url'), signature } };
    },
  },
} as const satisfies Readonly<Record<string, AssertionDeviation>>;
export type AssertionDeviationName = keyof typeof assertionDeviations;

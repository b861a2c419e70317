/** What every WebAuthn ceremony says about itself, read once for both kinds: for whom, where, and with whom present. WebAuthn L3 §5.8.1, §6.1. */
import type { decodeClientDataJSON, parseAuthenticatorData } from '@simplewebauthn/server/helpers';

export type CeremonyFacts = {
  readonly challenge: string;
  readonly origin: string;
  readonly crossOrigin: boolean;
  readonly rpIdHash: string;
  readonly flags: { readonly userPresent: boolean; readonly userVerified: boolean; readonly mayBeBackedUp: boolean };
};

/** Framed by another origin counts as cross-origin, whichever of its two members says so. */
export const ceremonyFacts = (
  { challenge, origin, crossOrigin, topOrigin }: ReturnType<typeof decodeClientDataJSON>,
  { rpIdHash, flags }: ReturnType<typeof parseAuthenticatorData>,
): CeremonyFacts => ({
  challenge,
  origin,
  crossOrigin: crossOrigin === true || topOrigin !== undefined,
  rpIdHash: Buffer.from(rpIdHash).toString('base64url'),
  flags: { userPresent: flags.up, userVerified: flags.uv, mayBeBackedUp: flags.be || flags.bs },
});

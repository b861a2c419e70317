/** What the browser is asked for: the same for everyone but the challenge, so that nobody learns which accounts or keys exist (S14, S15). WebAuthn L3 §5.4, §5.5. */
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { Ceremony } from '../stored/ceremonies.ts';
import { allowedAlgorithms } from './attestation.ts';

const timeoutMs = 120_000;
const utcMinute = (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Any discoverable credential of exactly this host, with user verification. */
export const requestOptions = (adminHost: string, { challenge }: Ceremony): PublicKeyCredentialRequestOptionsJSON => ({
  challenge,
  rpId: adminHost,
  allowCredentials: [],
  userVerification: 'required',
  timeout: timeoutMs,
});

/** The account is not named: the page does not know it, since the link's token never reaches a GET. The minute is, so that a person whose key keeps an earlier, refused attempt can tell the two apart. */
export const creationOptions = (
  adminHost: string,
  { challenge, userHandle, begunAtMs }: Ceremony,
): PublicKeyCredentialCreationOptionsJSON => ({
  challenge,
  rp: { id: adminHost, name: adminHost },
  user: {
    id: userHandle,
    name: `break-glass, set ${utcMinute(begunAtMs)}`,
    displayName: `Break-glass account, set ${utcMinute(begunAtMs)}`,
  },
  pubKeyCredParams: allowedAlgorithms.map((alg) => ({ type: 'public-key', alg })),
  authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  attestation: 'direct',
  excludeCredentials: [],
  timeout: timeoutMs,
});

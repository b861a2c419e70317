/** Verifiers of a WebAuthn assertion that are honest in all but one check. WebAuthn L3 §7.2. */
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers';
import type { SystemDefect } from './defect.ts';
import { type VerifyAssertion, withBreakGlass } from './parts.ts';

/** The library says `verified: false` about a wrong signature and nothing else; every other complaint is thrown. */
const signatureNotLookedAt: VerifyAssertion = async ({ json, challenge, origin, rpId, publicKey }) => {
  const credential = { id: json.id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter: 0 };
  const expected = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpId };
  return verifyAuthenticationResponse({ response: json, ...expected, credential }).then(
    () => true,
    () => false,
  );
};

/** Whatever key signed: the signature decides nothing, so neither does the key. */
export const anySignature: SystemDefect = {
  name: 'lenient:break-glass.login.library-refused',
  kind: 'lenient',
  breaks: 'The signature of a key is not looked at, so that any key signs for any other.',
  plant: (policy) => withBreakGlass(policy, { verifyAssertion: signatureNotLookedAt }),
};

/** The origin that the assertion itself names is the expected one. */
export const anyOrigin: SystemDefect = {
  name: 'lenient:break-glass.login.origin-other',
  kind: 'lenient',
  breaks: 'The verifier expects the origin that the assertion names, whichever it is.',
  plant: (policy) =>
    withBreakGlass(policy, {
      verifyAssertion: (claim) =>
        policy.cloud.breakGlass.verifyAssertion({ ...claim, origin: decodeClientDataJSON(claim.json.response.clientDataJSON).origin }),
    }),
};

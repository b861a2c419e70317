/** Assertions that differ from an honest one in one part, for the tests of break-glass sign-in. */
import { p256KeyFromJwk } from '../fakes/attestation/index.ts';
import { assertionResponse, type Ceremony, type RequestOptions, type SoftwareAuthenticator } from '../fakes/authenticator/index.ts';
import { adminHost, origin } from './break-glass-door.ts';

/** An assertion with one part changed, signed by the true key. */
export const forged =
  (own: SoftwareAuthenticator, change: Partial<Ceremony>, userHandle?: string) =>
  ({ challenge }: RequestOptions): string => {
    const [stored] = own.export();
    if (!stored) throw new TypeError('nothing is registered');
    const ceremony: Ceremony = {
      challenge,
      origin,
      rpId: adminHost,
      flags: { up: true, uv: true, be: false, bs: false },
      signCount: stored.signCount + 1,
      crossOrigin: false,
      ...change,
    };
    return JSON.stringify(
      assertionResponse({ id: stored.id, key: p256KeyFromJwk(stored.jwk), userHandle: userHandle ?? stored.userHandle }, ceremony),
    );
  };

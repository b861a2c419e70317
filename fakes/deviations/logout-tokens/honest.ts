/** The honest logout token, as an identity provider makes it. OIDC Back-Channel Logout 1.0 §2.4. */
import type { IdToken } from '../id-tokens/token.ts';

const event = 'http://schemas.openid.net/event/backchannel-logout';

/** What an identity provider says when a session of its own has ended. Times in seconds since the epoch; it lives for two minutes. */
export const honestLogoutToken = (said: {
  readonly keyId: string;
  readonly issuer: string;
  readonly clientId: string;
  /** By its name for the person, by `sid`, or by both. */
  readonly subject?: string | undefined;
  readonly sid?: string | undefined;
  readonly id: string;
  readonly issuedAt: number;
}): IdToken => ({
  header: { alg: 'RS256', typ: 'logout+jwt', kid: said.keyId },
  claims: {
    iss: said.issuer,
    aud: said.clientId,
    ...(said.subject === undefined ? {} : { sub: said.subject }),
    ...(said.sid === undefined ? {} : { sid: said.sid }),
    jti: said.id,
    iat: said.issuedAt,
    exp: said.issuedAt + 120,
    events: { [event]: {} },
  },
});

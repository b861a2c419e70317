/** Which sessions an identity provider means when it ends its own. OIDC Back-Channel Logout 1.0 §2.6, SAML Core 2.0 §3.7.1. Threat: one that ends the sessions of another's people, or of everybody. */
import type { IdpSaid, IdpSession } from '../../kernel/sessions.ts';

/** Whether the session at the identity provider from which a sign-on came is what it speaks of: its issuer, and all else that it says. Who says neither `sid` nor a name means nobody. */
export type IsMeantByIdp = (session: IdpSession | undefined, said: IdpSaid) => boolean;

export const isMeantByIdp: IsMeantByIdp = (session, { issuer, sid, idpSubject }) =>
  session?.issuer === issuer &&
  (sid !== undefined || idpSubject !== undefined) &&
  (sid === undefined || session.sid === sid) &&
  (idpSubject === undefined || session.idpSubject === idpSubject);

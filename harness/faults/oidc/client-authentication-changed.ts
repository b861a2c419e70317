/** The token endpoint wants the client secret in another place: a hardening that was not announced (C-03). OIDC Core 1.0 §9. */
import { realmFault } from '../realm-fault.ts';

export const clientAuthenticationChanged = realmFault({
  name: 'idp.client-authentication-changed',
  title: 'The identity provider takes the client secret in the body only, and the cloud sends it in the header.',
  meets: 'sso.code-exchange.client-rejected',
  setting: 'clientAuthentication',
  change: (realm) => realm.setClientAuthentication('client_secret_post'),
  seen: (end) => end.ended === 'no-tokens' && (end.error === 'invalid_client' || end.error === 'unauthorized_client'),
});

/** The address to which people come back is no longer registered (C-03). RFC 6749 §3.1.2.3. */
import { realmFault } from '../realm-fault.ts';

export const redirectUriRemoved = realmFault({
  name: 'idp.redirect-uri-removed',
  title: 'The address to which people come back is no longer registered at the identity provider.',
  meets: 'stops-at-the-idp',
  change: (realm) => realm.removeRedirectUri(),
  seen: (end) => end.ended === 'page' && end.status >= 400,
});

/** Everybody is asked to agree before they come back (C-03). OIDC Core 1.0 §3.1.2.4. */
import { realmFault } from '../realm-fault.ts';

export const consentForced = realmFault({
  name: 'idp.consent-forced',
  title: 'The identity provider asks everybody to agree before it lets them come back.',
  meets: 'stops-at-the-idp',
  change: (realm) => realm.forceConsent(),
  seen: (end) => end.ended === 'page' && end.status === 200 && end.asks === 'nothing',
});

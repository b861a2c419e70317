/** The whole realm is switched off: nobody of this customer signs in anywhere (C-03). */
import { realmFault } from '../realm-fault.ts';

export const realmDisabled = realmFault({
  name: 'idp.realm-disabled',
  title: 'The realm is switched off at the identity provider; what it publishes is still there.',
  meets: 'stops-at-the-idp',
  change: (realm) => realm.disableRealm(),
  seen: (end) => (end.ended === 'page' && end.status >= 400) || end.ended === 'no-document',
});

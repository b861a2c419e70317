/** After a restore everything of the realm is there but its people (C-03). */
import { realmFault } from '../realm-fault.ts';

export const realmHalfImported = realmFault({
  name: 'idp.realm-half-imported',
  title: 'The realm was restored without its people: nobody can sign in.',
  meets: 'stops-at-the-idp',
  change: (realm) => realm.removeUsers(),
  seen: (end) => end.ended === 'page' && end.asks === 'password',
});

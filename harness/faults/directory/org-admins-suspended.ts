/** Every org admin is suspended where the customer keeps its people: nobody who could repair anything comes in by single sign-on (N-04, N-08). */
import type { PersonName } from '../../fixtures/fixtures.ts';
import { realmFault } from '../realm-fault.ts';

/** All that the cloud was provisioned with. */
const orgAdmin: PersonName = 'ada';

export const orgAdminsSuspended = realmFault({
  name: 'directory.org-admins-suspended',
  title: 'Every org admin was suspended at the identity provider.',
  family: 'directory',
  meets: 'stops-at-the-idp',
  change: (realm) => realm.disableUser(orgAdmin),
  wishes: { person: orgAdmin },
  seen: (end) => end.ended === 'page' && end.asks === 'password',
});

/** Every org admin is suspended where the customer keeps its people: nobody who could repair anything comes in by single sign-on (N-04, N-08). */
import type { PersonName } from '../../fixtures/fixtures.ts';
import type { Fault } from '../fault.ts';
import { seenBySignIn } from '../observing.ts';
import { realmFault } from '../realm-fault.ts';

/** All that the cloud was provisioned with. */
const orgAdmin: PersonName = 'ada';

const theyAreStopped = seenBySignIn((end) => end.ended === 'page' && end.asks === 'password', { person: orgAdmin });
const somebodyElseGetsIn = seenBySignIn(() => false);

/** A page that asks again is what everybody would see of an identity provider that forgot its people: only who else gets in shows whom it means. */
const observe: Fault['observe'] = async (world) => {
  const stopped = await theyAreStopped(world);
  if (stopped.seen !== 'present') return stopped;
  const other = await somebodyElseGetsIn(world);
  return other.seen === 'absent' ? stopped : { seen: 'unclear', detail: `nobody else gets in, either: ${other.detail}` };
};

export const orgAdminsSuspended = realmFault({
  name: 'directory.org-admins-suspended',
  title: 'Every org admin was suspended at the identity provider.',
  family: 'directory',
  meets: 'stops-at-the-idp',
  change: (realm) => realm.disableUser(orgAdmin),
  observe,
});

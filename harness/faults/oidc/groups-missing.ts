/** The mapper of groups is gone: ID tokens say nothing of them (C-03). */
import { claimsOf } from '../observing.ts';
import { realmFault } from '../realm-fault.ts';

export const groupsMissing = realmFault({
  name: 'idp.groups-missing',
  title: 'ID tokens do not have the groups any more.',
  meets: 'goes-on',
  change: (realm) => realm.removeClaim('groups'),
  seen: (end) => claimsOf(end)?.sub !== undefined && claimsOf(end)?.groups === undefined,
});

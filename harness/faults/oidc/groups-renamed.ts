/** The groups come under another name: somebody tidied up the mappers (C-03). */
import { claimsOf } from '../observing.ts';
import { realmFault } from '../realm-fault.ts';

export const groupsRenamed = realmFault({
  name: 'idp.groups-renamed',
  title: 'The groups in ID tokens come under another name.',
  meets: 'goes-on',
  change: (realm) => realm.renameClaim('groups', 'teams'),
  seen: (end) => claimsOf(end)?.teams !== undefined && claimsOf(end)?.groups === undefined,
});

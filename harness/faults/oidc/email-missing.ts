/** The mapper of the e-mail address is gone: ID tokens say nothing of it (C-03). */
import { claimsOf } from '../observing.ts';
import { realmFault } from '../realm-fault.ts';

export const emailMissing = realmFault({
  name: 'idp.email-missing',
  title: 'ID tokens do not have the e-mail address any more.',
  meets: 'goes-on',
  change: (realm) => realm.removeClaim('email'),
  seen: (end) => claimsOf(end)?.sub !== undefined && claimsOf(end)?.email === undefined,
});

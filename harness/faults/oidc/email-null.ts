/** The e-mail address is there and says nothing: `null`, or left out by a product that writes no null (C-03). */
import { claimsOf } from '../observing.ts';
import { realmFault } from '../realm-fault.ts';

export const emailNull = realmFault({
  name: 'idp.email-null',
  title: 'The e-mail address in ID tokens is null.',
  meets: 'goes-on',
  change: (realm) => realm.setClaim('email', null),
  seen: (end) => claimsOf(end)?.sub !== undefined && typeof claimsOf(end)?.email !== 'string',
});

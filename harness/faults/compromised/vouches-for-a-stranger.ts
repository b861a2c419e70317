/** Whoever signs in, the ID token names a subject that nobody has ever heard of, and is validly signed (C-04). */
import { claimsOf } from '../observing.ts';
import { realmFault } from '../realm-fault.ts';

const stranger = 'nobody-ever-heard-of-this-subject';

export const vouchesForAStranger = realmFault({
  name: 'idp.vouches-for-a-stranger',
  title: 'Whoever signs in, the identity provider names a subject that nobody has ever heard of.',
  family: 'compromised',
  meets: 'goes-on',
  change: (realm) => realm.setClaim('sub', stranger),
  seen: (end) => claimsOf(end)?.sub === stranger,
});

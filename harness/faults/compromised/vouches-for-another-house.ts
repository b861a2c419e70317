/** Whoever signs in, the ID token names somebody of another organisation, and is validly signed (C-04, M-11). */
import { claimsOf } from '../observing.ts';
import { realmFault } from '../realm-fault.ts';

const email = 'somebody@another-house.test';

export const vouchesForAnotherHouse = realmFault({
  name: 'idp.vouches-for-another-house',
  title: 'Whoever signs in, the identity provider names somebody of another organisation.',
  family: 'compromised',
  meets: 'directory.sign-in.domain-not-verified',
  change: (realm) => realm.setClaim('email', email),
  seen: (end) => claimsOf(end)?.email === email,
});

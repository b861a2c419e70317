/** Whoever signs in, the ID token has the name of a break-glass account as its subject, and is validly signed (C-04, X-34). */
import { claimsOf } from '../observing.ts';
import { realmFault } from '../realm-fault.ts';

const account = 'harbour-one';

export const vouchesForBreakGlass = realmFault({
  name: 'idp.vouches-for-break-glass',
  title: 'Whoever signs in, the identity provider gives the name of a break-glass account, validly signed.',
  family: 'compromised',
  meets: 'goes-on',
  change: (realm) => realm.setClaim('sub', account),
  seen: (end) => claimsOf(end)?.sub === account,
});

/** The e-mail address is a list: an attribute with several values was mapped (C-03). OIDC Core 1.0 §5.1. */
import { claimsOf } from '../observing.ts';
import { realmFault } from '../realm-fault.ts';

export const emailOfAnotherType = realmFault({
  name: 'idp.email-of-another-type',
  title: 'The e-mail address in ID tokens is a list instead of a text.',
  meets: 'goes-on',
  change: (realm) => realm.setClaimType('email', 'list'),
  seen: (end) => Array.isArray(claimsOf(end)?.email),
});

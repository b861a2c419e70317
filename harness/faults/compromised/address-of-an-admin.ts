/** Everybody's ID token has the e-mail address of an org admin, and a valid signature (C-04). OIDC Core 1.0 §5.7. */
import { people } from '../../fixtures/fixtures.ts';
import { claimsOf } from '../observing.ts';
import { realmFault } from '../realm-fault.ts';

const { email } = people.ada;

export const addressOfAnAdmin = realmFault({
  name: 'idp.gives-the-address-of-an-admin',
  title: 'The identity provider gives everybody the e-mail address of an org admin, validly signed.',
  family: 'compromised',
  meets: 'goes-on',
  change: (realm) => realm.setClaim('email', email),
  seen: (end) => claimsOf(end)?.email === email,
});

/** ID tokens are over in the second in which they are made: the tolerance for clocks that differ must carry them (C-03). OIDC Core 1.0 §2 (exp). */
import { claimsOf } from '../observing.ts';
import { realmFault } from '../realm-fault.ts';

export const tokenLifetimeZero = realmFault({
  name: 'idp.token-lifetime-zero',
  title: 'ID tokens are over in the second in which they are made.',
  meets: 'goes-on',
  change: (realm) => realm.setTokenLifetime(0),
  seen: (end) => claimsOf(end)?.exp !== undefined && claimsOf(end)?.exp === claimsOf(end)?.iat,
});

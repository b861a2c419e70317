/** The identity provider no longer says how somebody signed in (C-03, I-06). OIDC Core 1.0 §2. */
import { claimsOf } from '../observing.ts';
import { realmFault } from '../realm-fault.ts';

export const acrMissing = realmFault({
  name: 'idp.acr-missing',
  title: 'ID tokens do not say any more how somebody signed in.',
  meets: 'sso.id-token.acr-missing',
  setting: 'demandedAcr',
  change: (realm) => realm.setAcr('missing'),
  seen: (end) => claimsOf(end)?.sub !== undefined && claimsOf(end)?.acr === undefined,
});

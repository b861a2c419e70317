/** A password is enough, whatever was asked for, and the token says so (C-03, I-06). OIDC Core 1.0 §3.1.2.1. */
import { acrValues } from '../../fixtures/fixtures.ts';
import { claimsOf } from '../observing.ts';
import { realmFault } from '../realm-fault.ts';

export const acrNotHonoured = realmFault({
  name: 'idp.acr-not-honoured',
  title: 'The identity provider asks for a password only, although two factors were asked for, and says so.',
  meets: 'sso.id-token.acr-other',
  setting: 'demandedAcr',
  change: (realm) => realm.setAcr('not-honoured'),
  wishes: { acr: acrValues.twoFactors },
  seen: (end) => claimsOf(end)?.sub !== undefined && claimsOf(end)?.acr !== acrValues.twoFactors,
});

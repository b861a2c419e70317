/** A new key signs and the old one is gone at once: a rotation in a hurry, as after a theft (C-04). OIDC Core 1.0 §10.1.1. */
import { realmFault } from '../realm-fault.ts';

export const keysRotatedWithoutOverlap = realmFault({
  name: 'idp.keys-rotated-without-overlap',
  title: 'The identity provider signs with a new key; the old one is gone at once.',
  meets: 'goes-on',
  change: (realm) => realm.rotateKeys({ removeOldKeys: true }),
  seen: (end, newKey) => end.ended === 'tokens' && end.keyPublished && end.header.kid === newKey,
});

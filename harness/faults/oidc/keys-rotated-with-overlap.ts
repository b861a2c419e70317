/** A new key signs, and the old one is still published: the rotation that nobody should notice (C-04). OIDC Core 1.0 §10.1.1. */
import { realmFault } from '../realm-fault.ts';

export const keysRotatedWithOverlap = realmFault({
  name: 'idp.keys-rotated-with-overlap',
  title: 'The identity provider signs with a new key; the old one is still published.',
  meets: 'goes-on',
  change: (realm) => realm.rotateKeys(),
  seen: (end, newKey) => end.ended === 'tokens' && end.keyPublished && end.header.kid === newKey,
});

/** ID tokens are signed by another algorithm than the one that was agreed on (C-03). OIDC Core 1.0 §3.1.3.7 (7), RFC 8725 §3.1. */
import { realmFault } from '../realm-fault.ts';

export const algorithmChanged = realmFault({
  name: 'idp.algorithm-changed',
  title: 'The identity provider signs ID tokens with PS256 instead of RS256.',
  meets: 'sso.id-token.algorithm-other',
  setting: 'idTokenAlgorithm',
  change: (realm) => realm.setSigningAlgorithm('PS256'),
  seen: (end) => end.ended === 'tokens' && end.header.alg === 'PS256',
});

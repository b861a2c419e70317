/** ID tokens are encrypted to a key that the cloud does not have (C-03). OIDC Core 1.0 §10.2. */
import { realmFault } from '../realm-fault.ts';

export const idTokensEncrypted = realmFault({
  name: 'idp.id-tokens-encrypted',
  title: 'The identity provider encrypts ID tokens to a key that the cloud does not have.',
  meets: 'sso.id-token.encrypted',
  change: (realm) => realm.encryptIdTokens(),
  seen: (end) => end.ended === 'tokens' && end.claims === undefined && typeof end.header.enc === 'string',
});

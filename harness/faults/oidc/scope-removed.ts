/** The e-mail scope is no longer the client's, and the cloud goes on asking for it (C-03). RFC 6749 §4.1.2.1. */
import { realmFault } from '../realm-fault.ts';

export const scopeRemoved = realmFault({
  name: 'idp.scope-removed',
  title: 'The client lost the scope for e-mail addresses, which the cloud asks for.',
  meets: 'sso.callback.refused-by-idp',
  change: (realm) => realm.removeScope('email'),
  seen: (end) => end.ended === 'error' && end.error === 'invalid_scope',
});

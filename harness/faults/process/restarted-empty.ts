/** The identity provider was started on an empty disk: it answers, and the realm is not there any more (C-02, C-03). */
import { realmFault } from '../realm-fault.ts';

export const restartedEmpty = realmFault({
  name: 'idp.restarted-empty',
  title: 'The identity provider was started on an empty disk: it answers, and knows nothing.',
  family: 'process',
  meets: 'sso.idp.unavailable',
  change: (realm) => realm.removeRealm(),
  seen: (end) => end.ended === 'no-document' && end.status === 404,
});

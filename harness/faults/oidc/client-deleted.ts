/** Somebody tidied up: the client that stands for the cloud is gone (C-03). */
import { realmFault } from '../realm-fault.ts';

export const clientDeleted = realmFault({
  name: 'idp.client-deleted',
  title: 'The client that stands for the cloud was deleted at the identity provider.',
  meets: 'stops-at-the-idp',
  change: (realm) => realm.deleteClient(),
  seen: (end) => end.ended === 'page' && end.status >= 400,
});

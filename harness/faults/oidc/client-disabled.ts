/** The client that stands for the cloud is switched off (C-03). */
import { realmFault } from '../realm-fault.ts';

export const clientDisabled = realmFault({
  name: 'idp.client-disabled',
  title: 'The client that stands for the cloud is switched off at the identity provider.',
  meets: 'stops-at-the-idp',
  change: (realm) => realm.disableClient(),
  seen: (end) => end.ended === 'page' && end.status >= 400,
});

/** The service provider that stands for the cloud is gone (C-03). */
import { samlStop } from './saml-fault.ts';

export const samlRemoved = samlStop({
  name: 'idp.saml-removed',
  title: 'The service provider that stands for the cloud was deleted.',
  change: (realm) => realm.saml.remove(),
});

/** The service provider that stands for the cloud is switched off (C-03). */
import { samlStop } from './saml-fault.ts';

export const samlDisabled = samlStop({
  name: 'idp.saml-disabled',
  title: 'The service provider that stands for the cloud is switched off.',
  change: (realm) => realm.saml.disable(),
});

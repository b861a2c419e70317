/** Another assertion consumer service is registered than ours: a slip, or another stage (C-03). SAML Metadata 2.0 §2.4.4. */
import { samlStop } from './saml-fault.ts';

export const samlWrongAddress = samlStop({
  name: 'idp.saml-wrong-address',
  title: 'Another address is registered for the answers than the one of the cloud.',
  change: (realm) => realm.saml.setAcsUrl('https://payroll.acme.test/saml/acs'),
});

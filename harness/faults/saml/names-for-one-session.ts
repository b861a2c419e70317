/** People have another name at every sign-in (C-03). SAML Core 2.0 §8.3.8. */
import { samlFault } from './saml-fault.ts';

export const samlNamesForOneSession = samlFault({
  name: 'idp.saml-names-for-one-session',
  title: 'The identity provider gives people a new name at every sign-in.',
  meets: 'sso.saml-response.name-id-format-other',
  setting: 'nameIdFormat',
  change: (realm) => realm.saml.setNameIdFormat('transient'),
  seen: ({ nameIdFormat }) => nameIdFormat.endsWith(':transient'),
});

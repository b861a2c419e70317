/** The e-mail address is no longer among the attributes (C-03). */
import { samlFault } from './saml-fault.ts';

export const samlAttributeMissing = samlFault({
  name: 'idp.saml-attribute-missing',
  title: 'The e-mail address is no longer among the attributes.',
  meets: 'goes-on',
  change: (realm) => realm.saml.removeAttribute('email'),
  seen: ({ attributes }) => attributes.length > 0 && !attributes.includes('email'),
});

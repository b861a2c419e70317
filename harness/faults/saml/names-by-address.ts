/** People are named by an e-mail address, which may be somebody else's tomorrow (C-03). SAML Core 2.0 §8.3.2. */
import { samlFault } from './saml-fault.ts';

export const samlNamesByAddress = samlFault({
  name: 'idp.saml-names-by-address',
  title: 'The identity provider names people by their e-mail address.',
  meets: 'sso.saml-response.name-id-format-other',
  setting: 'nameIdFormat',
  change: (realm) => realm.saml.setNameIdFormat('email'),
  seen: ({ nameIdFormat }) => nameIdFormat.endsWith(':emailAddress'),
});

/** The groups come under another name: somebody tidied up the mappers (C-03). */
import { samlFault } from './saml-fault.ts';

export const samlAttributeRenamed = samlFault({
  name: 'idp.saml-attribute-renamed',
  title: 'The groups among the attributes come under another name.',
  meets: 'goes-on',
  change: (realm) => realm.saml.renameAttribute('groups', 'teams'),
  seen: ({ attributes }) => attributes.includes('teams') && !attributes.includes('groups'),
});

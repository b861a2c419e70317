/** Assertions are encrypted to us: nobody asked for it, and it is what we open (C-03). SAML Core 2.0 §6.2. */
import { samlKeys } from '../../authority/saml-keys.ts';
import { samlFault } from './saml-fault.ts';

export const samlEncrypted = samlFault({
  name: 'idp.saml-encrypted',
  title: 'The identity provider encrypts assertions to the cloud.',
  meets: 'goes-on',
  change: async (realm) => realm.saml.encryptAssertions((await samlKeys()).encryption.certificatePem),
  seen: ({ encrypted }) => encrypted,
});

/** Assertions are encrypted with the certificate of another relying party (C-03). SAML Core 2.0 §6.2. */
import { strangersKeyPair } from '../../authority/saml-keys.ts';
import { samlFault } from './saml-fault.ts';

export const samlEncryptedToSomebodyElse = samlFault({
  name: 'idp.saml-encrypted-to-somebody-else',
  title: 'The identity provider encrypts assertions with the certificate of somebody else.',
  meets: 'sso.saml-response.assertion-encrypted-unreadable',
  change: async (realm) => realm.saml.encryptAssertions((await strangersKeyPair()).certificatePem),
  seen: ({ encrypted }) => encrypted,
});

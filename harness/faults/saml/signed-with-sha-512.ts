/** Somebody chose a stronger algorithm (C-03). RFC 9231 §2.3.4. */
import { samlFault } from './saml-fault.ts';

export const samlSignedWithSha512 = samlFault({
  name: 'idp.saml-signed-with-sha-512',
  title: 'The identity provider signs with RSA and SHA-512.',
  meets: 'goes-on',
  change: (realm) => realm.saml.setAlgorithm('RSA_SHA512'),
  seen: ({ algorithms }) => algorithms.some((each) => each.endsWith('#rsa-sha512')),
});

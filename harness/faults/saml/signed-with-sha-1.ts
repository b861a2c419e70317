/** Somebody chose an old algorithm for an old application (C-03). NIST SP 800-131A Rev. 2 §9. */
import { samlFault } from './saml-fault.ts';

export const samlSignedWithSha1 = samlFault({
  name: 'idp.saml-signed-with-sha-1',
  title: 'The identity provider signs with RSA and SHA-1.',
  meets: 'sso.saml-response.algorithm-other',
  change: (realm) => realm.saml.setAlgorithm('RSA_SHA1'),
  seen: ({ algorithms }) => algorithms.some((each) => each.endsWith('#rsa-sha1')),
});

/** The identity provider signs with a new key, and nobody gave us the certificate (C-03, C-04). SAML Metadata 2.0 §2.4.1.1. */
import { X509Certificate } from 'node:crypto';
import type { Realm } from '../../idp/driver.ts';
import { samlFault } from './saml-fault.ts';

const before = new WeakMap<Realm, string>();

export const samlCertificateRotated = samlFault({
  name: 'idp.saml-certificate-rotated',
  title: 'The identity provider signs with a new key, and nobody told the cloud.',
  meets: 'sso.saml-response.key-unknown',
  setting: 'certificates',
  async change(realm) {
    before.set(realm, new X509Certificate(await realm.saml.certificatePem()).raw.toString('base64'));
    await realm.rotateKeys({ removeOldKeys: true });
  },
  seen: ({ certificate }, realm) => before.has(realm) && certificate !== before.get(realm),
});

/** A Keycloak realm as a SAML identity provider, and changes at the service provider that stands for the isolated cloud. */
import type { SamlRealm } from '../realm-changes.ts';
import { changeObject } from './changed-object.ts';
import { samlRelyingPartyId } from './ids.ts';
import { signingCertificatePem } from './key-changes.ts';
import { attributeChanges } from './mapper-changes.ts';
import { demand, type RealmAtHand } from './realm-at-hand.ts';

type Json = Readonly<Record<string, unknown>>;

/** `issuer` is the realm's public address, which is its entity id too. Keycloak answers by the binding that a request asks for, so that cannot be changed. */
export function samlRealm(realm: RealmAtHand, issuer: URL): SamlRealm {
  const path = `${realm.name}/clients/${samlRelyingPartyId(realm.name)}`;
  const change = (what: string, to: Json) => changeObject(realm.admin, path, { what, change: to });
  const attributes = (what: string, to: Json) => change(what, { attributes: to });
  const endpoint = new URL(`${issuer.href}/protocol/saml`);
  return {
    entityId: issuer.href,
    ssoUrl: endpoint,
    sloUrl: endpoint,
    metadataUrl: new URL(`${endpoint.href}/descriptor`),
    certificatePem: () => signingCertificatePem(realm),
    sign: (what) =>
      attributes('other signatures', {
        'saml.server.signature': String(what === 'response'),
        'saml.assertion.signature': String(what === 'assertion'),
      }),
    setAlgorithm: (algorithm) => attributes('another signature algorithm', { 'saml.signature.algorithm': algorithm }),
    setNameIdFormat: (format) => attributes('another form of name', { saml_name_id_format: format }),
    encryptAssertions: (certificatePem) =>
      attributes('encrypted assertions', { 'saml.encrypt': 'true', 'saml.encryption.certificate': certificateBody(certificatePem) }),
    setAcsUrl: (url) =>
      change('another assertion consumer service', { redirectUris: [url], attributes: { saml_assertion_consumer_url_post: url } }),
    disable: () => change('the service provider disabled', { enabled: false }),
    remove: async () => {
      await realm.admin.change('DELETE', path);
      demand((await realm.admin.find(path)) === undefined, 'the end of the service provider');
    },
    ...attributeChanges(realm),
  };
}

/** As Keycloak keeps certificates: base64 alone. */
export const certificateBody = (pem: string): string => pem.replace(/-----[^-]+-----|\s/g, '');

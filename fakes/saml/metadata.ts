/** What an identity provider says of itself: its name, where people sign in and out, and the keys that it signs with. SAML Metadata 2.0 §2.4.3. */
import { element, namespaces, type Xml } from './element.ts';
import { certificateBase64 } from './signature.ts';

export type IdpMetadataSpec = {
  readonly entityId: string;
  readonly ssoUrl: string;
  readonly sloUrl: string;
  /** PEM. */
  readonly certificates: readonly string[];
  /** Milliseconds since the epoch; Keycloak names none. */
  readonly validUntilMs?: number;
};

const bindings = ['urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST', 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'];

export function idpMetadata({ entityId, ssoUrl, sloUrl, certificates, validUntilMs }: IdpMetadataSpec): string {
  const at = (name: string, location: string): readonly Xml[] => bindings.map((Binding) => element(name, { Binding, Location: location }));
  return element(
    'md:EntityDescriptor',
    { ...namespaces.md, entityID: entityId, validUntil: validUntilMs === undefined ? undefined : new Date(validUntilMs).toISOString() },
    element(
      'md:IDPSSODescriptor',
      { WantAuthnRequestsSigned: 'true', protocolSupportEnumeration: 'urn:oasis:names:tc:SAML:2.0:protocol' },
      ...certificates.map(keyDescriptor),
      ...at('md:SingleLogoutService', sloUrl),
      element('md:NameIDFormat', {}, 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'),
      ...at('md:SingleSignOnService', ssoUrl),
    ),
  ).xml;
}

const keyDescriptor = (pem: string): Xml =>
  element(
    'md:KeyDescriptor',
    { use: 'signing' },
    element('ds:KeyInfo', namespaces.ds, element('ds:X509Data', {}, element('ds:X509Certificate', {}, certificateBase64(pem)))),
  );

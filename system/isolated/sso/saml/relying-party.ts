/** Our side, as the identity provider is told about it: a name, where answers are received, and our certificates. SAML Metadata 2.0 §2.4.4. */
import type { SamlSettings } from '../../../kernel/idp-settings.ts';
import { bindings } from './message/bindings.ts';
import type { SamlKeys } from './own-keys/stored.ts';
import { namespaces } from './xml/tree.ts';
import { type Written, xml } from './xml/write.ts';

export const paths = { metadata: '/saml/metadata', acs: '/saml/acs', slo: '/saml/slo' } as const;
export type RelyingParty = { readonly entityId: string; readonly acsUrl: string; readonly sloUrl: string };

/** Our name is the address of our metadata: whoever has the one has the other. SAML Metadata 2.0 §4.1. */
export const relyingParty = (loginOrigin: string): RelyingParty => ({
  entityId: `${loginOrigin}${paths.metadata}`,
  acsUrl: `${loginOrigin}${paths.acs}`,
  sloUrl: `${loginOrigin}${paths.slo}`,
});

/** What we open; nothing with a padding that tells. XML Encryption 1.1 §5.2.4, §5.5.2. */
const encryptionMethods = [
  'http://www.w3.org/2009/xmlenc11#aes256-gcm',
  'http://www.w3.org/2009/xmlenc11#aes128-gcm',
  'http://www.w3.org/2009/xmlenc11#rsa-oaep',
  'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
];

export function ownMetadata({ entityId, acsUrl, sloUrl }: RelyingParty, keys: SamlKeys, format: SamlSettings['nameIdFormat']): string {
  return xml`
    <md:EntityDescriptor xmlns:md="${namespaces.metadata}" xmlns:ds="${namespaces.signature}" entityID="${entityId}">
    <md:SPSSODescriptor protocolSupportEnumeration="${namespaces.protocol}" AuthnRequestsSigned="true" WantAssertionsSigned="true">
    ${keyDescriptor('signing', keys.signing.certificatePem, [])}
    ${keyDescriptor('encryption', keys.encryption.certificatePem, encryptionMethods)}
    <md:SingleLogoutService Binding="${bindings.redirect}" Location="${sloUrl}"/>
    <md:SingleLogoutService Binding="${bindings.post}" Location="${sloUrl}"/>
    <md:NameIDFormat>${format}</md:NameIDFormat>
    <md:AssertionConsumerService Binding="${bindings.post}" Location="${acsUrl}" index="0" isDefault="true"/>
    </md:SPSSODescriptor>
    </md:EntityDescriptor>`.written;
}

const keyDescriptor = (use: 'signing' | 'encryption', pem: string, methods: readonly string[]): Written => xml`
  <md:KeyDescriptor use="${use}">
  <ds:KeyInfo><ds:X509Data><ds:X509Certificate>${base64Of(pem)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
  ${methods.map((method) => xml`<md:EncryptionMethod Algorithm="${method}"/>`)}
  </md:KeyDescriptor>`;

const base64Of = (pem: string): string => pem.replace(/-----[A-Z ]+-----|\s+/g, '');

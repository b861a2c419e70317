/** Signs XML that is its own canonical form: a digest, a SignedInfo, a signature, by the platform's cryptography alone. XML Signature §4. */
import { createHash, createSign, X509Certificate } from 'node:crypto';
import { element, namespaces, type Xml } from './element.ts';

export type SamlSigningKey = { readonly privateKeyPem: string; readonly certificatePem: string };

export const algorithms = {
  canonicalization: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  enveloped: 'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  rsaSha256: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
} as const;

/** The signature of an element that does not hold it yet; it goes directly behind the issuer. `unsigned` is the canonical text. */
export function signatureOf(unsigned: Xml, id: string, key: SamlSigningKey): Xml {
  const digest = createHash('sha256').update(unsigned.xml).digest('base64');
  const signedInfo = (namespace: Readonly<Record<string, string>>): Xml =>
    element(
      'ds:SignedInfo',
      namespace,
      element('ds:CanonicalizationMethod', { Algorithm: algorithms.canonicalization }),
      element('ds:SignatureMethod', { Algorithm: algorithms.rsaSha256 }),
      element(
        'ds:Reference',
        { URI: `#${id}` },
        element(
          'ds:Transforms',
          {},
          element('ds:Transform', { Algorithm: algorithms.enveloped }),
          element('ds:Transform', { Algorithm: algorithms.canonicalization }),
        ),
        element('ds:DigestMethod', { Algorithm: algorithms.sha256 }),
        element('ds:DigestValue', {}, digest),
      ),
    );
  const value = createSign('sha256').update(signedInfo(namespaces.ds).xml).sign(key.privateKeyPem, 'base64');
  return element('ds:Signature', namespaces.ds, signedInfo({}), element('ds:SignatureValue', {}, value), keyInfo(key));
}

const keyInfo = ({ certificatePem }: SamlSigningKey): Xml =>
  element('ds:KeyInfo', {}, element('ds:X509Data', {}, element('ds:X509Certificate', {}, certificateBase64(certificatePem))));

export const certificateBase64 = (pem: string): string => new X509Certificate(pem).raw.toString('base64');

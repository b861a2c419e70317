/** How our messages travel through a browser, signed: in a redirect, or in a form. SAML Bindings 2.0 §3.4.4.1, §3.5.4. */
import { sign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { SignedXml } from 'xml-crypto';
import type { SamlKeyPair } from '../own-keys/stored.ts';

export type Outgoing = {
  readonly to: string;
  readonly as: 'SAMLRequest' | 'SAMLResponse';
  readonly text: string;
  readonly relayState: string | undefined;
};

/** SAML Bindings 2.0 §3.4.1, §3.5.1. */
export const bindings = {
  redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
  post: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
} as const;
const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const canonicalization = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** The address with the message in its query; the signature is over exactly these characters. */
export function inRedirect({ to, as, text, relayState }: Outgoing, key: SamlKeyPair): URL {
  const values: readonly (readonly [string, string])[] = [
    [as, deflateRawSync(text).toString('base64')],
    ...(relayState === undefined ? [] : [['RelayState', relayState] as const]),
    ['SigAlg', rsaSha256],
  ];
  const signed = values.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  const signature = sign('sha256', Buffer.from(signed), key.privateKeyPem).toString('base64');
  return new URL(`${to}${to.includes('?') ? '&' : '?'}${signed}&Signature=${encodeURIComponent(signature)}`);
}

/** The fields of a form: the message carries its signature in itself, behind its issuer. */
export function inForm({ as, text, relayState }: Outgoing, id: string, key: SamlKeyPair): Readonly<Record<string, string>> {
  const signer = new SignedXml({
    privateKey: key.privateKeyPem,
    publicCert: key.certificatePem,
    signatureAlgorithm: rsaSha256,
    canonicalizationAlgorithm: canonicalization,
  });
  signer.addReference({
    xpath: '/*',
    uri: `#${id}`,
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', canonicalization],
  });
  signer.computeSignature(text, { prefix: 'ds', location: { reference: "/*/*[local-name()='Issuer']", action: 'after' } });
  const message = Buffer.from(signer.getSignedXml()).toString('base64');
  return { [as]: message, ...(relayState === undefined ? {} : { RelayState: relayState }) };
}

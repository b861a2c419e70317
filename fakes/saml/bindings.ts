/** How SAML messages travel through a browser, as an identity provider reads and writes them. SAML Bindings 2.0 §3.4.4.1, §3.5.4. */
import { createSign, createVerify } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { SignedXml } from 'xml-crypto';
import type { SamlSigningKey } from './signature.ts';

export type MessageField = 'SAMLRequest' | 'SAMLResponse';
export type ReadMessage = { readonly field: MessageField; readonly xml: string; readonly relayState: string | undefined };

const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const maxMessageBytes = 256 * 1024;

/** A message that its sender did not sign, or somebody else did. */
export class BadSamlMessage extends Error {
  override readonly name = 'BadSamlMessage';
}

/** The message in the query of an address that a person was sent to. Throws `BadSamlMessage` when `certificatePem` did not sign it. */
export function readRedirect(address: URL, certificatePem: string): ReadMessage {
  const fields = address.search.slice(1).split('&');
  const field = fields.some((each) => each.startsWith('SAMLRequest=')) ? 'SAMLRequest' : 'SAMLResponse';
  const signed = fields.filter((each) => !each.startsWith('Signature=')).join('&');
  const { searchParams } = address;
  const isSigned =
    searchParams.get('SigAlg') === rsaSha256 &&
    createVerify('sha256')
      .update(signed)
      .verify(certificatePem, searchParams.get('Signature') ?? '', 'base64');
  if (!isSigned) throw new BadSamlMessage('the query is not signed by the relying party');
  const packed = Buffer.from(searchParams.get(field) ?? '', 'base64');
  const xml = inflateRawSync(packed, { maxOutputLength: maxMessageBytes }).toString('utf8');
  return { field, xml, relayState: searchParams.get('RelayState') ?? undefined };
}

/** The message in a form that a person's browser posts. Throws `BadSamlMessage` when `certificatePem` did not sign it. */
export function readForm(form: Readonly<Record<string, string | undefined>>, certificatePem: string): ReadMessage {
  const field = form.SAMLRequest === undefined ? 'SAMLResponse' : 'SAMLRequest';
  const xml = Buffer.from(form[field] ?? '', 'base64').toString('utf8');
  return { field, xml: signedPart(xml, certificatePem), relayState: form.RelayState };
}

function signedPart(xml: string, certificatePem: string): string {
  const verifier = new SignedXml({ publicCert: certificatePem, getCertFromKeyInfo: () => null });
  const [signature = ''] = /<(?:\w+:)?Signature[\s>][\s\S]*?<\/(?:\w+:)?Signature>/.exec(xml) ?? [];
  if (signature === '') throw new BadSamlMessage('the message is not signed');
  verifier.loadSignature(signature);
  if (!verifier.checkSignature(xml)) throw new BadSamlMessage('the message is not what was signed');
  return verifier.getSignedReferences()[0] ?? '';
}

export type SentMessage = ReadMessage & { readonly to: string };

/** The address that takes a message along, signed. */
export function writeRedirect({ to, field, xml, relayState }: SentMessage, key: SamlSigningKey): string {
  const fields = [
    [field, deflateRawSync(xml).toString('base64')],
    ...(relayState === undefined ? [] : [['RelayState', relayState]]),
    ['SigAlg', rsaSha256],
  ];
  const signed = fields.map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`).join('&');
  const signature = createSign('sha256').update(signed).sign(key.privateKeyPem, 'base64');
  return `${to}${to.includes('?') ? '&' : '?'}${signed}&Signature=${encodeURIComponent(signature)}`;
}

/** The fields of the form that takes a message along; what is signed is signed in the message. */
export const writeForm = ({ field, xml, relayState }: ReadMessage): Readonly<Record<string, string>> => ({
  [field]: Buffer.from(xml).toString('base64'),
  ...(relayState === undefined ? {} : { RelayState: relayState }),
});
